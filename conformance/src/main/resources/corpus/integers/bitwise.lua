local max, min = math.maxinteger, math.mininteger
print(5 & 3, 5 | 3, 5 ~ 3, ~5, ~0, ~max, ~min, -1 & 0xff, min | 1)
print(1 << 0, 1 << 1, 1 << 62, 1 << 63, 1 << 64, 1 << 65, 1 << 1000)
print(-1 >> 0, -1 >> 1, -1 >> 63, -1 >> 64, -1 >> 1000, min >> 63, min >> 1)
print(1 << -1, 2 << -1, 1 >> -1, 1 >> -62, 1 >> -63, 1 >> -64, -1 << -63, -1 << -64)
print(1 << max, 1 << min, 1 >> max, 1 >> min, -1 << min, -1 >> min)
print(3.0 & 1, 3 | 4.0, ~3.0, 1.0 << 3.0, 2 ^ 53 | 0, -2^63 | 0)
print(math.type(3.0 & 1), math.type(1 << 63))
-- strings are not coerced by bitwise operators
print(pcall(function() return "3" & 1 end))
print(pcall(function() return 3 | "0xff" end))
print(pcall(function() return ~"0" end))
print(pcall(function() return "1" << "3" end))
for _, e in ipairs { "1.5 & 1", "1 | 2.5", "2^63 & 1", "-2^64 | 1", "'a' & 1", "1 << {}", "~nil", "1 ~ true", "'1.5' | 0", "~'x'", "1e100 | 1", "0/0 | 1", "math.huge & 1", "'9223372036854775808' | 0", "print | 1", "'' | 1" } do
  print(e, pcall(load("return " .. e, "=e")))
end
local a, b, c = 1.5, "abc", {}
print(pcall(function() return a & 1 end))
print(pcall(function() return b & 1 end))
print(pcall(function() return 1 & c end))
print(pcall(function() return c.x | 1 end))
print(pcall(function() return 2^63 | a end))
local function popcount(x)
  local n = 0
  while x ~= 0 do x = x & (x - 1); n = n + 1 end
  return n
end
print(popcount(0), popcount(-1), popcount(max), popcount(min), popcount(0x5555555555555555))
local function reverse(x)
  local r = 0
  for i = 0, 63 do r = r | ((x >> i & 1) << (63 - i)) end
  return r
end
print(reverse(1), reverse(-1), reverse(0xf0), reverse(reverse(12345)))
local function rotl(x, n) return (x << n) | (x >> (64 - n)) end
print(rotl(1, 63), rotl(0x8000000000000001, 1), rotl(-2, 1))
-- xorshift and FNV: all 64 bits must be right
local s = 88172645463325252
for _ = 1, 100 do s = s ~ s << 13; s = s ~ s >> 7; s = s ~ s << 17 end
print(s)
local h = 0xcbf29ce484222325
for ch in ("moonlift"):gmatch "." do h = (h ~ ch:byte()) * 0x100000001b3 end
print(string.format("%016x", h))
print(0xF0 ~ 0x0F == 0xFF, 5 & 6 == 4, (1 << 31) | 0, (1 << 32) - 1, ~(1 << 31))
