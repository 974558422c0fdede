-- Every form of numeral, and the subtype that it denotes.
local function show(...)
  for i = 1, select("#", ...) do
    local v = select(i, ...)
    io.write(math.type(v), ":", tostring(v), i < select("#", ...) and " " or "\n")
  end
end
show(0, 00, 007, 3, 345, 0xff, 0XBEBADA, 0x0, 0x00001)
show(3.0, 3.1416, 314.16e-2, 0.31416E1, 34e1, .5, 5., 0.0, 1e0, 1E+2, 1e-2)
show(0x0.1E, 0xA23p-4, 0X1.921FB54442D18P+1, 0x.8, 0x8., 0x1p0, 0x1P-1, 0xAp1)
show(9223372036854775807, 9223372036854775808, -9223372036854775808)
show(0x7fffffffffffffff, 0x8000000000000000, 0xffffffffffffffff)
show(0x10000000000000000, 0x1234567890abcdef12, 0xffffffffffffffffffff)
show(1e308, 1e309, -1e309, 1e-323, 1e-324, 4.9e-324, 2.2250738585072014e-308)
show(18446744073709551615, 18446744073709551616, 123456789012345678901234567890)
show(0x.0000000000000000000000001, 0x1p-1074, 0x1p-1075, 0x1.8p-1075, 0x1p1023, 0x1p1024)
show(0xep1, 0xe+1, 0xep+1, 0xe-1)
show(1//1, 1 .. "" == "1" and 1 or 0)
print(1 ..2, 1. ..2, 0x1 ..0x2)
print(0xA, 0Xa, 0xabcdef, 0XABCDEF)
print(1e15, 1e16, 123456.789e3, 1e100)
print(2^53, 2^53 + 1, 2^63, -2^63)
print(0.1, 1/3, 100 * 1.1, 3.14159265358979)
print(1e15 + 0.5, 12345678901234567890)
for _, s in ipairs { "0x", "1e", "1e+", "3x", "0xg", "1..2", "0x1p", "0x1pa", "1.2.3", "08a", "1_000", "0b1", "1e5e5", "3e1.5", ".e1", "0x.", "0x.p1" } do
  local f, m = load("return " .. s)
  print(s, f, m)
end
