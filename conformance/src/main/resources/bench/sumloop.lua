-- numeric loops over numbers that stay integral: sums and Collatz chains
local N = tonumber((...)) or 130000

local function collatz(limit)
  local longest, at = 0, 0
  for start = 1, limit do
    local n, steps = start, 1
    while n ~= 1 do
      if n % 2 == 0 then n = n / 2 else n = 3 * n + 1 end
      steps = steps + 1
    end
    if steps > longest then longest, at = steps, start end
  end
  return longest, at
end

local function sums(n)
  local s = 0
  for i = 1, n do
    for j = 1, 100 do
      s = (s + i * j) % 1000003
    end
  end
  return s
end

local function run(n)
  local longest, at = collatz(n)
  return longest, at, sums(n)
end

print(string.format("sumloop %d %d %d", run(N)))
