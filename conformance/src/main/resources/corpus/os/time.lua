local instants = { 0, 1, 59, 86399, 86400, 951782400, 951868800, 1e9, 1704067199, 1704067200, 1709164800, 2147483647, 2147483648, 4102444800, -1, -86400, -2208988800, 253402300799 }
for _, t in ipairs(instants) do
  t = math.tointeger(t)
  print(t, os.date("!%Y-%m-%d %H:%M:%S %j %w %a %A %b %B %p %y %I", t))
end
print(os.date("!%c", 0), os.date("!%x", 0), os.date("!%X", 0), os.date("!%D", 0), os.date("!%F", 0), os.date("!%T", 0), os.date("!%R", 0), os.date("!%r", 0))
print(os.date("!%e|%d|%C|%g|%G|%u|%U|%V|%W|%h|%n|%t|%%|%s" == "" and "" or "!%e|%d|%C|%g|%G|%u|%U|%V|%W|%h|%%", 1e9))
for _, t in ipairs { 1230768000, 1262304000, 1293840000, 1325376000, 1356998400, 1451606400, 1483228800 } do
  print(os.date("!%G-W%V-%u %U %W %j", t), os.date("!%g", t))
end
local d = os.date("!*t", 1704067199)
local ks = {}
for k, v in pairs(d) do ks[#ks + 1] = k .. "=" .. tostring(v) end
table.sort(ks)
print(table.concat(ks, " "))
d = os.date("!*t", 1709164800)
print(d.year, d.month, d.day, d.hour, d.min, d.sec, d.wday, d.yday, d.isdst)
d = os.date("!*t", -1)
print(d.year, d.yday, d.sec)
print(os.date("!", 0) == "", os.date("!plain", 0), os.date("!%%", 0), os.date("!a\0b", 0) == "a\0b", #os.date("!" .. ("%Y"):rep(1000), 0), os.date("!%H", 3600.0), os.date("!%S", "30"))
for _, f in ipairs { "%", "%Q", "%E", "%Ez", "%O", "%Oz", "%EY", "%Od", "%Ec", "%!", "%5Y", "%-d", "%i", "%L", "x%" } do
  print(f, pcall(os.date, "!" .. f, 0))
end
print(pcall(os.date, "!%Y", 1.5))
print(pcall(os.date, "!%Y", {}))
print(pcall(os.date, {}))
print(pcall(os.date, "!%Y", math.maxinteger))
print((pcall(os.date, "!*t", math.mininteger)))
print(os.difftime(10, 5), os.difftime(5, 10), os.difftime(0, 0), math.type(os.difftime(2, 1)))
print(pcall(os.difftime))
print(pcall(os.difftime, 1))
print(pcall(os.difftime, "x", 1))
print(math.type(os.time()), math.type(os.clock()), os.time() > 1e9, os.clock() >= 0)
-- os.time normalises its fields and updates the table; differences do not depend on the zone
local function at(y, mo, dd, h, mi, s)
  return os.time { year = y, month = mo, day = dd, hour = h, min = mi, sec = s }
end
print(at(2021, 1, 2, 0, 0, 0) - at(2021, 1, 1, 0, 0, 0), at(2024, 3, 1) - at(2024, 2, 28), at(2023, 3, 1) - at(2023, 2, 28), at(2021, 1, 1, 12) - at(2021, 1, 1), at(2021, 1, 1, 25) - at(2021, 1, 1, 1), at(2021, 13, 1) - at(2022, 1, 1), at(2021, 0, 1) - at(2020, 12, 1), at(2021, 1, 0) - at(2020, 12, 31), at(2021, 1, 1, 0, -1) - at(2020, 12, 31, 23, 59), at(2021, 1, 1, 0, 0, 3661) - at(2021, 1, 1, 1, 1, 1))
local n = { year = 2021, month = 14, day = -3, hour = 30, min = 75, sec = -10 }
os.time(n)
print(n.year, n.month, n.day, n.hour, n.min, n.sec, n.wday, n.yday)
n = { year = "2020", month = "02", day = 30.0 }
os.time(n)
print(n.year, n.month, n.day, n.hour, math.type(n.year))
for _, b in ipairs { {}, { year = 2020 }, { year = 2020, month = 1 }, { year = "x", month = 1, day = 1 }, { year = 2020.5, month = 1, day = 1 }, { year = 2020, month = 1, day = 1, hour = "y" }, { year = 1 << 40, month = 1, day = 1 }, { year = 2020, month = 1, day = 1 << 33 }, { year = {}, month = 1, day = 1 } } do
  print(pcall(os.time, b))
end
print(pcall(os.time, 5))
print(pcall(os.time, "x"))
