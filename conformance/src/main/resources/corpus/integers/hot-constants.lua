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
local function text(x) return x ~= x and "nan" or string.format(math.type(x) == "integer" and "%d" or "%.17g", x) end

-- A function with the constant, run cold for each value, and hot for all of them again and again.
local function check(op, divisor, list)
  local source = ("return function(x) return x %s %s end, function(list, n) local r, s = {}, 0 for k = 1, n do "
    .. "for i = 1, #list do local y = list[i] %s %s r[i] = y end end return r end"):format(op, divisor, op, divisor)
  local one, all = load(source)()
  local cold = {}
  for i, x in ipairs(list) do cold[i] = load(source)()(x) end
  local hot = all(list, 12)
  local sum = 0
  for i = 1, #list do
    local a, b = cold[i], hot[i]
    local same = math.type(a) == math.type(b) and string.pack(math.type(a) == "integer" and "j" or "n", a)
      == string.pack(math.type(b) == "integer" and "j" or "n", b)
    if not same then print("differs", list[i], op, divisor, text(a), text(b)) end
    for c in text(b):gmatch(".") do sum = (sum * 31 + c:byte()) % 1000000007 end
  end
  return sum
end
for _, op in ipairs { "%", "//" } do
  for _, divisor in ipairs(divisors) do
    print(op, divisor, check(op, divisor, integers), check(op, divisor, floats))
  end
end
local function mixed(n)
  local t = {}
  for i = -n, n do t[#t + 1] = (i % 2 == 0 and i or i + 0.5) % 4 t[#t + 1] = (i % 3 == 0 and i or i + 0.25) // 8 end
  return table.concat(t, " ")
end
for _ = 1, 20 do mixed(10) end
print(mixed(10))
print(-0.0 % 2, 1 / (-4.0 % 2), 1 / (4.0 % 2), 1 / (-0.0 % 8))
