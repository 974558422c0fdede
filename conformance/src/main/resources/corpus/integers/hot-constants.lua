-- Division and modulo by constants in hot code: integers and floats of every kind, by divisors of every kind.
local values = { 0, 1, -1, 2, -2, 3, 7, -7, 8, -8, 9, 99, -100, 1023, 1024, -1025, 2 ^ 31, 123456789012345 }
local integers, floats = { math.maxinteger, math.mininteger, math.maxinteger - 1, math.mininteger + 1, 1 << 53, -(1 << 40),
  (1 << 31) - 1, (1 << 31) - 2, -(1 << 31), (1 << 31) + 1, 2000005, 2000006, 1000002, 1000003, 2147395600, 2147450879 }, {}
for _, v in ipairs(values) do integers[#integers + 1] = math.tointeger(v) end
for _, v in ipairs(values) do floats[#floats + 1] = v + 0.0 floats[#floats + 1] = v + 0.5 end
for _, v in ipairs { -0.0, 0.1, -0.1, 2 ^ 53, -2 ^ 53, 2 ^ 53 + 2, 1e100, -1e100, 1e308, 5e-324, -5e-324, 2 ^ 63, -2 ^ 63, 1 / 0, -1 / 0, 0 / 0 } do
  floats[#floats + 1] = v
end
local divisors = { "1", "2", "3", "7", "8", "10", "64", "641", "46341", "65537", "1000003", "1073741825",
  "2147483646", "2147483647", "2147483648", "-1", "-2", "-3", "-8", "4294967296", "9007199254740993",
  "4611686018427387904", "9223372036854775807", "1.0", "2.0", "0.5", "3.0", "1024.0", "-4.0", "4503599627370496.0", "1e300" }
-- Tells integers from floats, and floats by their bits.
local function text(x) return x ~= x and "nan" or string.format(math.type(x) == "integer" and "%d" or "%a", x) end
local function texts(list)
  local t = {}
  for i = 1, #list do t[i] = text(list[i]) end
  return table.concat(t, " ")
end
local function hash(s)
  local h = 0
  for i = 1, #s do h = (h * 31 + s:byte(i)) % 1000000007 end
  return h
end
local function compare(op, cold, hot)
  local a, b = texts(cold), texts(hot)
  if a ~= b then print("differs", op, a, b) end
  return hash(b)
end

-- Both operations with the constant: once for each value, in a chunk that runs once, and for all again and again.
local function check(divisor, list)
  local once = { {}, {} }
  for i = 1, #list do
    once[1][i] = ("list[%d] %% %s"):format(i, divisor)
    once[2][i] = ("list[%d] // %s"):format(i, divisor)
  end
  local cold = load(("local list = ... return { { %s }, { %s } }")
    :format(table.concat(once[1], ", "), table.concat(once[2], ", ")))(list)
  local r, s = load(("local list, n = ... local r, s = {}, {} for k = 1, n do for i = 1, #list do "
    .. "local x = list[i] local y, z = x %% %s, x // %s r[i], s[i] = y, z end end return r, s")
    :format(divisor, divisor))(list, 12)
  return compare("%", cold[1], r), compare("//", cold[2], s)
end
for _, divisor in ipairs(divisors) do
  print(divisor, "integers", check(divisor, integers))
  print(divisor, "floats", check(divisor, floats))
end
local function mixed(n)
  local t = {}
  for i = -n, n do t[#t + 1] = (i % 2 == 0 and i or i + 0.5) % 4 t[#t + 1] = (i % 3 == 0 and i or i + 0.25) // 8 end
  return table.concat(t, " ")
end
for _ = 1, 20 do mixed(10) end
print(mixed(10))
print(-0.0 % 2, 1 / (-4.0 % 2), 1 / (4.0 % 2), 1 / (-0.0 % 8))
