-- requires 5.4
-- 64-bit integer arithmetic: Collatz with //, xorshift, popcount, FNV, gcd
local N = tonumber((...)) or 700000

local function collatz(limit)
  local total = 0
  for start = 1, limit do
    local n = start
    while n ~= 1 do
      if n & 1 == 0 then n = n // 2 else n = 3 * n + 1 end
      total = total + 1
    end
  end
  return total
end

local function xorshift(n)
  local x, acc = 88172645463325252, 0
  for _ = 1, n do
    x = x ~ (x << 13)
    x = x ~ (x >> 7)
    x = x ~ (x << 17)
    acc = acc + (x >> 60)
  end
  return acc
end

local function popcounts(n)
  local total = 0
  for i = 1, n do
    local v = i * 0x9E3779B97F4A7C15
    v = v - ((v >> 1) & 0x5555555555555555)
    v = (v & 0x3333333333333333) + ((v >> 2) & 0x3333333333333333)
    v = (v + (v >> 4)) & 0x0F0F0F0F0F0F0F0F
    total = total + ((v * 0x0101010101010101) >> 56)
  end
  return total
end

local function gcds(n)
  local total = 0
  for i = 1, n do
    local a, b = i, n
    while b ~= 0 do a, b = b, a % b end
    total = total + a
  end
  return total
end

local function fnv(n)
  local h = 0xcbf29ce484222325
  for i = 1, n do
    h = (h ~ (i & 0xff)) * 0x100000001b3
  end
  return h
end

local function run(n)
  return collatz(n // 10), xorshift(n * 8), popcounts(n * 8), gcds(n), fnv(n * 8)
end

print(string.format("integers %d %d %d %d %d", run(N)))
