local function q(s) return type(s) == "string" and ("%q"):format(s) or tostring(s) end
for _, s in ipairs { "10", " 10 ", "10.5", "1e2", "0x1F", "0x1.8p1", "-7", "- 7", "+7", "", " ", "abc", "10abc", "1e", "1e+", ".5", "5.", ".",
  "0x", "0xg", "1 1", "\t\n\v\f\r12\t\n\v\f\r", "1\0", "inf", "nan", "-inf", "0x-1", "-0x10", "-0x1p-2", "1,5", "1e1.0", "infinity", "0x1e2", "1E2", "١", "0b101", "1__", "00012", "-0", "-0.0", "1d", "1f" } do
  local v = tonumber(s)
  print(q(s), v, v and math.type(v))
end
print(tonumber(5), tonumber(5.5), tonumber(nil), tonumber({}), tonumber(true), tonumber(print) == nil)
print(pcall(tonumber))
print(tonumber("ff", 16), tonumber("FF", 16), tonumber("-ff", 16), tonumber("zz", 36), tonumber("ZZ", 36), tonumber("777", 8), tonumber("1010", 2))
print(tonumber("8", 8), tonumber("2", 2), tonumber("g", 16), tonumber("", 10), tonumber(" ", 10), tonumber(" 11 ", 2), tonumber("1 1", 2), tonumber("-", 10))
print(tonumber("1.5", 10), tonumber("1e1", 10), tonumber("1e1", 16), tonumber("0x10", 16), tonumber("  -7f  ", 16), tonumber("+5", 10), tonumber("--5", 10))
print(tonumber("9223372036854775807", 10), tonumber("9223372036854775808", 10), tonumber("18446744073709551616", 10), tonumber("ffffffffffffffff", 16), tonumber("fffffffffffffffff", 16))
print(tonumber(("1"):rep(64), 2), tonumber("1" .. ("0"):rep(63), 2), tonumber(("z"):rep(20), 36))
for _, a in ipairs { { "1", 1 }, { "1", 37 }, { "1", 0 }, { "1", -2 }, { 10, 10 }, { "10", "x" }, { {}, 10 }, { "10", 2.5 }, { true, 10 }, { "1", 99 } } do
  print(pcall(tonumber, a[1], a[2]))
end
print(pcall(tonumber, nil, 10))
print(tonumber("10", 16.0), tonumber("10", "16"))
print(tonumber("0x7fffffffffffffff"), tonumber("0x8000000000000000"), tonumber("0xffffffffffffffffff"), tonumber("9223372036854775807"), tonumber("9223372036854775808"), tonumber("-9223372036854775808"), tonumber("-9223372036854775809"))
print(tonumber("0x" .. ("f"):rep(17)), tonumber("0x" .. ("0"):rep(50) .. "1"), tonumber("0x.1"), tonumber("0x1."), tonumber("0x."), tonumber("0x1p"), tonumber("0x1p+"), tonumber("0x1p9999"), tonumber("0x1p-9999"))
print(tonumber(("1"):rep(200)), tonumber(("1"):rep(199) .. "x"), tonumber("0." .. ("0"):rep(300) .. "1") ~= nil)
print(tonumber("1" .. ("0"):rep(400)), tonumber("0" .. ("0"):rep(400)), tonumber("0." .. ("0"):rep(400) .. "1"))
print(tonumber("-92233720368547758080"), tonumber("-92233720368547758081"), "-9223372036854775808123" + 0, math.type(tonumber("-92233720368547758089")))
