local max, min = math.maxinteger, math.mininteger
print(max, min, max + 1 == min, min - 1 == max, max * 2, min * 2, -min, min * -1)
print(max + 1, min - 1, max * max, min * min, max * min, max - min, min - max)
print(-max, -max - 1 == min, max + max, min + min, 0 - min)
print(math.abs(min), math.abs(max), math.abs(-1), -(-max))
print(max // 1, min // -1, min % -1, max // -1, min // 1, max % -1, min // max, max // min)
print(max + 0.0, min + 0.0, max + 1.0, max + 0.0 == max, min + 0.0 == min, max + 0.0 == 2^63)
print(math.type(max + 1), math.type(max + 1.0), math.type(max * 1.0), math.type(2^63))
print(1e18 + 1 == 1000000000000000001, 9007199254740993, 9007199254740993 + 0.0)
print(3037000500 * 3037000500, 3037000499 * 3037000499, 4294967296 * 4294967296, 4294967295 * 4294967297)
local h = 5381
for i = 1, 50 do h = h * 33 + i end
print(h)
local x = 1
for _ = 1, 70 do x = x * 3 end
print(x)
local f = 1
for i = 1, 25 do f = f * i end
print(f)
local a, b = 0, 1
for _ = 1, 100 do a, b = b, a + b end
print(a)
local t = {}
for i = max - 2, max do t[#t + 1] = i end
print(#t, t[1], t[3])
t = {}
for i = min + 2, min, -1 do t[#t + 1] = i end
print(#t, t[1], t[3])
print(-9223372036854775808, math.type(-9223372036854775808), - 9223372036854775807 - 1)
print(max // 2 * 2 + 1 == max, (max >> 1) == max // 2, (min >> 1), min // 2)
print(tostring(min):sub(2) + 0, math.tointeger("9223372036854775807"), ("9223372036854775808" + 0))
print(string.format("%d %d %x %x", max, min, max, min))
