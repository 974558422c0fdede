-- From the lowest: or; and; comparison; |; ~; &; shift; ..; + -; * / // %; unary; ^
print(2 ^ 3 ^ 2, -2 ^ 2, 2 ^ -1, -2 ^ -2, not nil == true, not (nil == true))
print(1 + 2 * 3 - 4 / 2, (1 + 2) * 3, 7 // 2 * 2, 7 % 4 * 2, 2 * 7 % 4)
print(1 .. 2 .. 3, 1 + 1 .. 2 + 2, "a" .. "b" == "ab", "a" .. 1 + 2)
print(1 << 2 + 1, 1 + 1 << 2, 1 << 1 << 2, 256 >> 2 >> 1, pcall(load "return 1 .. 2 << 1"))
print(5 & 3 | 8, 5 | 3 & 8, 5 ~ 3 & 1, 1 | 2 ~ 3, ~5 & 15, ~0 ~ 1, 3 ~ ~0)
print(1 < 2 == true, 1 == 1 ~= false, "x" < "y" and 1 or 2, nil and 1 or 2, false or nil)
print(1 or error("not evaluated"), nil and error("not evaluated"), false and nil, nil and false)
print(nil or false, false or nil, 1 and 2, nil == false, 0 and "zero is true", "" and "empty is true")
print(not 1 == 2, -3 % 5, -(3 % 5), -3 ^ 2, #"abc" + 1, -#"abc", not not nil, - - 2, ~~5)
print(2 + 3 .. "", 2 .. 3 + 1, "10" + 5 .. "", 1 == 1.0, "1" == 1)
print(1 < 2 and 2 < 3, 1 < 2 or error(), not (1 > 2) and "yes", 1 and nil or 3)
print(2 * 3 ^ 2, (2 * 3) ^ 2, 2 ^ 2 * 3, -2 * -3, 2 - -2, 2 - - - 2)
print(1 | 2 == 3, (1 | 2) == 3, pcall(load "return 1 | (2 == 3)"))
print(3 & 2 == 2, 1 << 63 >> 63, 1 << 64, -1 >> 60, -1 << 60)
print("5" * "2", "0x10" + 0, " 3 " + 1, 10 .. 20)
local order = {}
local function v(x) order[#order + 1] = x; return x end
local r = v(1) + v(2) * v(3) ^ v(2) - v(4)
print(r, table.concat(order, " "))
order = {}
local s = v("a") .. v("b") .. v("c") .. v("d")
print(s, table.concat(order, " "))
order = {}
local b = v(false) or v(nil) or v(3) and v(4)
print(b, #order)
-- comparison chains are left-associative
print(pcall(load "return 1 < 2 < 3"))
print((1 < 2) == (2 < 3), 1 < 2 ~= (2 < 3))
local t = setmetatable({}, { __concat = function(a, b)
  return (type(a) == "table" and "T" or a) .. "," .. (type(b) == "table" and "T" or b) end })
print("x" .. t, t .. "y", 1 .. 2 .. t, t .. 1 .. 2)
