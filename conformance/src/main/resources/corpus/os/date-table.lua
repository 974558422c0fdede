-- civil dates against an independent computation, for many days
local function civil(days)
  local z = days + 719468
  local era = z // 146097
  local doe = z - era * 146097
  local yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
  local y = yoe + era * 400
  local doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
  local mp = (5 * doy + 2) // 153
  local d = doy - (153 * mp + 2) // 5 + 1
  local m = mp < 10 and mp + 3 or mp - 9
  return m <= 2 and y + 1 or y, m, d
end
local bad, n = 0, 0
for day = -25567, 60000, 37 do
  local t = os.date("!*t", day * 86400 + 3661)
  local y, m, d = civil(day)
  n = n + 1
  if t.year ~= y or t.month ~= m or t.day ~= d or t.hour ~= 1 or t.min ~= 1 or t.sec ~= 1 or t.wday ~= (day + 4) % 7 + 1 or t.isdst then
    bad = bad + 1
  end
end
print(n, bad)
local function days(y, m, d)
  y = m <= 2 and y - 1 or y
  local era = y // 400
  local yoe = y - era * 400
  local doy = (153 * (m > 2 and m - 3 or m + 9) + 2) // 5 + d - 1
  return era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + doy - 719468
end
for _, y in ipairs { 1970, 1999, 2000, 2001, 2004, 2100, 2400 } do
  print(y, os.date("!%j", days(y, 12, 31) * 86400), os.date("!%A %d %B %Y", days(y, 2, 28) * 86400 + 86400))
end
for y = 2015, 2026 do local t = days(y, 1, 1) * 86400 io.write(y, ":", os.date("!%a %U %W %V %G", t), " | ") end
print()
for h = 0, 23, 3 do io.write(os.date("!%H=%I%p ", h * 3600)) end
print()
for m = 1, 12 do io.write(os.date("!%b/%B/%m ", days(2023, m, 1) * 86400)) end
print()
for d = 1, 7 do io.write(os.date("!%a/%A/%w/%u ", days(2023, 1, d) * 86400)) end
print()
print(os.date("!%y %C %Y", days(1999, 12, 31) * 86400), os.date("!%y %C %Y", days(2000, 1, 1) * 86400), os.date("!%e|%d|%D", days(2023, 5, 6) * 86400), os.date("!%n%t%%", 0) == "\n\t%")
print(os.date("!%Y-%m-%dT%H:%M:%SZ", 1700000000), os.date("!%X %x %c %p %r %R %T", 1700000000))
local t = os.date("!*t", 1700000000)
local keys = {}
for k in pairs(t) do keys[#keys + 1] = k end
table.sort(keys)
print(table.concat(keys, ","), #keys)
t.isdst = nil
local u = os.time(t)
t.day = t.day + 1
print(os.time(t) - u)
t.month = t.month + 12
t.day = t.day - 1
print((os.time(t) - u) // 86400)
