-- protected calls, with and without an error
local N = tonumber((...)) or 1500000

local function fine(a, b) return a + b end
local function failing(a)
  if a % 4 == 0 then error("every fourth") end
  if a % 4 == 1 then error({ code = a }) end
  return a
end
local function nested(n)
  if n == 0 then error("deep", 0) end
  local ok, e = pcall(nested, n - 1)
  error(e, 0)
end

local function run(n)
  local sum, errors = 0, 0
  for i = 1, n do
    local ok, v = pcall(fine, i, 1)
    if ok then sum = sum + v % 10 end
  end
  for i = 1, n do
    local ok, v = pcall(failing, i)
    if ok then sum = sum + v % 10 else errors = errors + 1 end
  end
  for _ = 1, n / 100 do
    if not pcall(nested, 20) then errors = errors + 1 end
  end
  return sum, errors
end

print(string.format("pcall %d %d", run(N)))
