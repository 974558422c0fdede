-- boolean and number arrays: the sieve of Eratosthenes
local N = tonumber((...)) or 1700000

local function sieve(limit)
  local composite = {}
  for i = 1, limit do composite[i] = false end
  local count, last = 0, 0
  for i = 2, limit do
    if not composite[i] then
      count, last = count + 1, i
      for j = i * i, limit, i do composite[j] = true end
    end
  end
  return count, last
end

local function run(n)
  local c, l = 0, 0
  for _ = 1, 4 do
    local count, last = sieve(n)
    c, l = c + count, l + last
  end
  return c, l
end

print(string.format("sieve %d %d", run(N)))
