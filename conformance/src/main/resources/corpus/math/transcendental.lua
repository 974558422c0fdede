-- values to 14 digits, where any good implementation agrees, and identities
local fns = { "sin", "cos", "tan", "asin", "acos", "atan", "exp" }
for _, name in ipairs(fns) do
  local f, r = math[name], {}
  for _, x in ipairs { 0, 0.1, 0.25, 0.5, 0.7071, 0.9, 1, -0.3, -1 } do r[#r + 1] = ("%.13g"):format(f(x)) end
  print(name, table.concat(r, " "))
end
for _, name in ipairs { "sin", "cos", "tan", "atan" } do
  local f, r = math[name], {}
  for _, x in ipairs { 2, 3.5, 10, 100, 1000, 1e6, -50.25, 0.001 } do r[#r + 1] = ("%.11g"):format(f(x)) end
  print(name, table.concat(r, " "))
end
print(("%.13g %.13g %.13g %.13g"):format(math.log(2), math.log(10), math.log(0.5), math.log(1e100)))
print(("%.13g %.13g %.13g"):format(math.exp(2), math.exp(0.5), math.exp(100)))
print(("%.13g %.13g %.13g %.13g"):format(2 ^ 0.5, 10 ^ -3, 1.5 ^ 10, 2 ^ 0.1))
print(2 ^ 10, 2 ^ 62, 2 ^ -10, 10 ^ 2, 10 ^ 15, 3 ^ 5, (-2) ^ 3, (-2) ^ 2, 0.5 ^ 2, 4 ^ 0.5, 8 ^ 0, 1 ^ 1e300, 1e200 ^ 2, 1e-200 ^ 2)
print(math.atan(1, 1) * 4 == math.pi, ("%.13g %.13g %.13g %.13g"):format(math.atan(1, -1), math.atan(-1, -1), math.atan(-1, 1), math.atan(3, 4)))
print(math.atan(0, 1), math.atan(0, -1), math.atan(-0.0, -1), math.atan(1, 0), math.atan(-1, 0), math.atan(0.0, 0), math.atan(-0.0, 0.0), math.atan(math.huge), math.atan(-math.huge), math.atan(math.huge, math.huge), math.atan(1, math.huge), math.atan(1, -math.huge))
print(pcall(math.sin, "x"))
print(math.sin("0"), math.cos("0"))
print(math.sin(0.0), math.sin(-0.0), math.cos(0), math.tan(-0.0), math.asin(1) * 2 == math.pi, math.acos(-1) == math.pi, math.acos(1), math.asin(2) ~= math.asin(2), math.acos(-2) ~= math.acos(-2), math.sin(math.huge) ~= math.sin(math.huge))
print(math.abs(math.sin(math.pi)) < 1e-15, math.abs(math.cos(math.pi / 2)) < 1e-15, math.cos(math.pi), math.sin(math.pi / 2), ("%.10g"):format(math.tan(math.pi / 4)))
local worst = 0
for i = -1000, 1000 do
  local x = i * 0.017
  local e = math.abs(math.sin(x) ^ 2 + math.cos(x) ^ 2 - 1)
  if e > worst then worst = e end
end
print(worst < 4e-16)
worst = 0
for i = 1, 500 do
  local x = i * 0.37
  local e = math.abs(math.exp(math.log(x)) - x) / x
  if e > worst then worst = e end
end
print(worst < 5e-15)
worst = 0
for i = -100, 100 do
  local x = i / 101
  local e = math.abs(math.sin(math.asin(x)) - x)
  if e > worst then worst = e end
end
print(worst < 1e-15)
worst = 0
for i = -300, 300 do
  local x = i * 0.005
  local e = math.abs(math.tan(math.atan(x)) - x)
  if e > worst then worst = e end
end
print(worst < 1e-14)
local exact = 0
for i = -50, 50 do if 2.0 ^ i == tonumber(("0x1p%d"):format(i)) then exact = exact + 1 end end
print(exact)
exact = 0
for i = 0, 22 do if 10.0 ^ i == tonumber("1e" .. i) then exact = exact + 1 end end
print(exact)
exact = 0
for i = 1, 300 do local r = math.sqrt(i * i) if r == i then exact = exact + 1 end end
print(exact)
exact = 0
for i = 0, 60 do if math.log(1 << i, 2) == i then exact = exact + 1 end end
print(exact)
