print(math.tointeger(3.0), math.tointeger(3.5), math.tointeger("8"), math.tointeger("x"), math.tointeger({}), math.tointeger(2^63), math.tointeger(-2^63))
print(math.tointeger("3.0"), math.tointeger("0x10"), math.tointeger(1e308), math.tointeger(0/0), math.tointeger(-0.0))
print(3 | 0, 3.0 | 0, -0.0 | 0, pcall(load "return '3' | 0"))
print("10" + 5, "10" * "2", "3" - 1, "0x10" + 0, "1e1" + 0, " 5 " + 0, "5" // 2, "5" / 2, -"2", -"2.0", -"0x10")
print(math.type("10" + 5), math.type("10.0" + 5), math.type("1e1" + 0), math.type(-"2"), math.type("7" // "2"))
print(10 .. "", 10.0 .. "", -0.0 .. "", 1e100 .. "", 2^63 .. "", (1 << 63) .. "")
for _, s in ipairs { "", " ", "x", "1x", "0x", "1 2", "--1", "+1", "1e", "nan", "inf", "0x1p4", "1_0", "\0", "1\0" } do
  print(("%q"):format(s), tonumber(s), pcall(function() return s + 1 end))
end
-- string.format and library functions that want an integer
for _, v in ipairs { 3, 3.0, "3", "3.0", 3.5, "3.5", "abc", 2^63, 2^53, "0x10", -0.0, math.huge } do
  print(v, pcall(string.format, "%d", v))
end
print(pcall(string.rep, "x", 2.0)) print(pcall(string.rep, "x", 2.5))
print(pcall(string.sub, "hello", "2", "3.0"))
print(pcall(string.char, 65.0, "66"))
print(pcall(select, 1.0, "a")) print(pcall(select, 1.5, "a")) print(pcall(select, "2", "a", "b"))
print(({ "a", "b" })[1.0], ({ "a", "b" })["1"], #{ [1.0] = 1, [2.0] = 2 })
-- arithmetic on strings follows the literal's own subtype
print("1" + "1", "1." + "1", "0x7fffffffffffffff" + 1, "9223372036854775807" + 1, "9223372036854775808" + 1)
print("0xffffffffffffffff" + 0, "0x1ffffffffffffffff" + 0)
print(pcall(function() return "a" + 1 end))
print(pcall(function() return {} + 1 end))
print(pcall(function() local s = "abc" return 1 + s end))
print(pcall(function() local t = { k = "z" } return t.k * 2 end))
print(pcall(function() return -"abc" end))
print(pcall(function() return ("x"):rep(3) // 2 end))
