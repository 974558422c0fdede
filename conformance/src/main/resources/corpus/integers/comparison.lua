local max, min = math.maxinteger, math.mininteger
print(1 == 1.0, 1 < 1.5, 2 > 1.5, -1 < -0.5, 1 <= 1.0, 1 >= 1.0, 0 == -0.0)
print(max == max + 0.0, max < max + 0.0, max <= max + 0.0, max > max + 0.0, max + 0.0 > max, max + 0.0 <= max)
print(min == min + 0.0, min < min + 0.0, min <= min + 0.0, min >= min + 0.0, min + 0.0 < min)
print(max < 2^63, max <= 2^63, max >= 2^63, max - 1 < 2^63, 2^63 > max, 2^63 == max)
print(min < -2^63, min <= -2^63, min - 0.0 == -2^63, -2^63 == min, min > -2^64, min < -2^64)
print(2^53 == (1 << 53), 2^53 == (1 << 53) + 1, (1 << 53) + 1 > 2^53, (1 << 53) + 1 <= 2^53, 2^53 + 1 == (1 << 53) + 1)
print(1 < math.huge, max < math.huge, min > -math.huge, max > -math.huge, math.huge > max, -math.huge < min)
local nan = 0 / 0
print(1 < nan, 1 <= nan, 1 > nan, 1 >= nan, 1 == nan, 1 ~= nan, nan == nan, nan ~= nan, nan < nan, nan <= nan)
print(max < nan, max >= nan, nan < min, nan >= min, not (nan < 1), not (nan >= 1))
print(1 == "1", "1" == 1, "a" < "b", "a" < "B", "" < "a", "a" < "aa", "Z" < "a", "10" < "9")
print(pcall(function() return 1 < "2" end))
print(pcall(function() return "1" < 2 end))
print(pcall(function() return {} < {} end))
print(pcall(function() return nil < 1 end))
print(pcall(function() return 1 <= nil end))
print(pcall(function() return true > false end))
print(pcall(function() return print < print end))
print(pcall(function() return {} < 1 end))
print(pcall(function() return 1 > {} end))
print(pcall(function() return "x" >= {} end))
-- keys: equal numbers are one key
local t = { [1] = "int", [2^53] = "big" }
print(t[1.0], t[1 << 53], t[2^53], rawequal(1, 1.0), rawequal(t, t))
t[3.0] = "three"
for k, v in pairs { [7.0] = 1 } do print(math.type(k), k, v) end
print(t[3], math.type(next({ [5.0] = true })), next({ [5.5] = true }))
t[max + 0.0] = "float"
print(t[max], t[max + 0.0], t[2^63])
local cnt, fl = 0, 0
for i = -3, 3 do
  for j = -6, 6 do
    local x = j / 2
    if i < x then cnt = cnt + 1 end
    if i <= x then fl = fl + 1 end
    assert((i < x) == not (i >= x) and (x < i) == (i > x) and (i == x) == (x == i))
  end
end
print(cnt, fl)
print(math.ult(1, -1), math.ult(-1, 1), math.ult(max, min), math.ult(5, 5))
