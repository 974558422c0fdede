print(("%f|%.2f|%10.3f|%-10.3f|%010.3f|%+.1f|% .1f|%.0f|%#.0f"):format(3.14159, 3.14159, 3.14159, 3.14159, 3.14159, 3.14159, 3.14159, 3.5, 3))
print(("%f|%.2f|%10.3f|%-10.3f|%010.3f|%+.1f|%.0f"):format(-3.14159, -3.14159, -3.14159, -3.14159, -3.14159, -3.14159, -2.5))
print(("%e|%.2e|%12.3e|%-12.3e|%012.3e|%+.1e|%E|%.0e|%#.0e"):format(12345.678, 12345.678, 12345.678, 12345.678, 12345.678, 12345.678, 0.00012, 5e10, 5e10))
print(("%g|%.3g|%10.3g|%-10.3g|%g|%g|%g|%G|%#g|%#.3g"):format(12345.678, 12345.678, 0.00012345, 1e10, 1e5, 1e6, 1e-5, 1e-5, 1, 1))
print(("%g|%g|%g|%g|%g|%g|%.0g|%.1g|%.20g"):format(0, 100000, 1000000, 0.0001, 0.00001, 123456789, 15, 15, 0.1))
print(("%f|%e|%g|%a"):format(0, 0, 0, 0), ("%f|%e|%g"):format(-0.0, -0.0, -0.0))
print(("%f|%5.1f|%e|%g|%010f|%+g|% g|%G|%E"):format(1/0, -1/0, 1/0, -1/0, 1/0, 1/0, 1/0, 1/0, -1/0))
print((("%f|%.1f|%e|%G"):format(0/0, 0/0, 0/0, 0/0):gsub("%-?([nN][aA][nN])", "%1")))
-- exact decimal expansions, rounding half to even on the exact value
print(("%.0f %.0f %.0f %.0f %.0f %.0f"):format(0.5, 1.5, 2.5, 3.5, -0.5, -1.5))
print(("%.1f %.1f %.1f %.2f %.2f %.2f"):format(0.25, 0.35, 0.75, 1.005, 2.675, 1.115))
print(("%.20f"):format(0.1), ("%.25f"):format(1 / 3), ("%.30f"):format(2^-30), ("%.3f"):format(2^60))
print(("%f"):format(1e22), ("%.0f"):format(1e23), ("%.1f"):format(123456789012345678))
print(#("%.99f"):format(1e300), ("%.99f"):format(1e-300):sub(-5), ("%.99f"):format(2^-95):sub(90), #("%99.99f"):format(-1.7976931348623157e308))
print(("%.17g"):format(5e-324), ("%.50g"):format(5e-324), ("%.40e"):format(2^-1074), ("%.15e"):format(1.7976931348623157e308))
print(("%.14g|%.15g|%.16g|%.17g"):format(0.1, 0.1, 0.1, 0.1), ("%.14g|%.17g"):format(2^53, 2^53), ("%.3g|%.3g|%.3g"):format(999.4, 999.5, 9995))
print(("%g %g %g %g"):format(1e15, 1e16, 123456.5, 1234567.5), ("%5g|%-5g|%05g|%+g"):format(1, 1, 1, 1))
print(("%.3f"):format(2/3), ("%5.1f|"):format(-0.04), ("%.2f"):format(-0.001), ("%+.2f"):format(0.001), ("%08.2f"):format(-1.5))
print(("%.10g"):format(1e10), ("%.10g"):format(1e9), ("%.10g"):format(12345678901), ("%#.10g"):format(1.5), ("%#x %#.3e"):format(10, 1))
print(("%f"):format("1.5"), ("%f"):format("0x10"), ("%.1f"):format(3), ("%e"):format(math.maxinteger), ("%.0f"):format(math.maxinteger))
print(pcall(string.format, "%f", "x"))
print(pcall(string.format, "%f", {}))
print(pcall(string.format, "%f"))
print(pcall(string.format, "%.100f", 1))
print(pcall(string.format, "%100f", 1))
print(pcall(string.format, "%#a", 1)) print(pcall(string.format, "%0.1a", 1))
print(pcall(string.format, "%F", 1))
local acc = {}
for e = -20, 20, 4 do acc[#acc + 1] = ("%.6g"):format(1.23456789 * 10.0 ^ e) end
print(table.concat(acc, " "))
acc = {}
for p = 0, 17 do acc[#acc + 1] = ("%." .. p .. "g"):format(2 / 3) end
print(table.concat(acc, " "))
acc = {}
for p = 0, 12 do acc[#acc + 1] = ("%." .. p .. "f"):format(1234.5678901234) end
print(table.concat(acc, " "))
acc = {}
for p = 0, 8 do acc[#acc + 1] = ("%." .. p .. "e"):format(99999.95) end
print(table.concat(acc, " "))
