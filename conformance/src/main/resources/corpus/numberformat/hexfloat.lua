for _, x in ipairs { 0.0, -0.0, 1.0, -1.0, 0.5, 0.1, 1 / 3, 255.0, 1e10, 1e-10, 2^-1022, 2^-1074, 2^-1060 * 3, 1.7976931348623157e308, 2^53, 123.456 } do
  local h = ("%a"):format(x)
  print(h, tonumber(h) == x, ("%A"):format(x))
end
print(("%a %a"):format(1 / 0, -1 / 0), ("%A"):format(1 / 0))
print(("%.0a|%.1a|%.2a|%.3a|%.13a|%.15a"):format(1.999, 1.999, 1.999, 1.999, 1.999, 1.999))
print(("%.0a|%.0a|%.0a|%.1a|%.1a"):format(1.5, 2.5, 1.25, 1.03125, 1.09375))
print(("%20a|%-20a|%+a|% a|%#a|%020a|%+20.3a"):format(1, 1, 1, 1, 1, 1, 0.1))
print(("%a"):format(3), ("%a"):format("0x10"), ("%a"):format(2^62))
print(0x1p4, 0x1.8p1, 0x.8p1, 0x8.p-1, 0xA.8p0, 0x1P+4, 0x1p-1074, 0x0.00000000000001p0)
print(0x1.0000000000001p0 > 1, 0x1.00000000000001p0 == 1, 0x1.fffffffffffffp1023, 0x1p-1075)
print(tonumber("0x1p4"), tonumber("-0x1.8p1"), tonumber("  0x.8p1  "), tonumber("0xp1"), tonumber("0x1p 1"), tonumber("0x1.8"), tonumber("0xA.8"))
print(0xffffffffffffffff, 0xffffffffffffffff.0, 0x1ffffffffffffffff, 0x7fffffffffffffff.8)
print(("%q"):format(0.1), ("%q"):format(1 / 3), ("%q"):format(3.0), ("%q"):format(1 / 0), ("%q"):format(-1 / 0), ("%q"):format(-0.0))
local acc = 0
for i = 1, 200 do
  local x = (i * 7919 % 1000) / (i + 0.5) * 2.0 ^ (i % 40 - 20)
  if tonumber(("%a"):format(x)) == x and tonumber(("%.17g"):format(x)) == x then acc = acc + 1 end
end
print(acc)
