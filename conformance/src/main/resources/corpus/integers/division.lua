local function try(f, ...) print(pcall(f, ...)) end
local function div(a, b) return a // b end
local function mod(a, b) return a % b end
for _, p in ipairs { { 7, 3 }, { -7, 3 }, { 7, -3 }, { -7, -3 }, { 6, 3 }, { -6, 3 }, { 6, -3 }, { 0, 5 }, { 0, -5 }, { 1, 7 }, { -1, 7 }, { 1, -7 } } do
  local a, b = p[1], p[2]
  io.write(a, " ", b, ": ", a // b, " ", a % b, " ", a // (b + 0.0), " ", a % (b + 0.0), " ", a / b, "\n")
  assert((a // b) * b + a % b == a)
end
try(div, 1, 0)
try(mod, 1, 0)
try(div, 0, 0)
try(mod, math.mininteger, 0)
try(function(a) return a // 0 end, 3)
try(function(a) return a % 0 end, 3)
try(function() return 5 // 0 end)
try(function() return 5 % 0 end)
try(div, 1, 0.0)
try(div, -1, 0.0)
try(div, 1.0, 0)
try(mod, 5, math.huge)
try(mod, -5, math.huge)
try(mod, 5, -math.huge)
try(mod, 0, -math.huge)
print(1 // 0.0, -1 // 0.0, 1 // -0.0, 0 / 0 ~= 0 / 0)
print((tostring(5 % 0.0):gsub("^%-", ""))) print(5 / 0, -5 / 0)
print(math.mininteger // -1, math.mininteger % -1, math.maxinteger // -1)
print(math.mininteger // 2, math.mininteger % 3, math.maxinteger % -2, math.mininteger % math.maxinteger)
print(3 // 1, 3.0 // 1, 3 // 1.0, 3.5 // 1, -3.5 // 1, -0.5 // 1, 0.5 // 1)
print(5.3 % 2, -5.3 % 2, 5.3 % -2, -5.3 % -2, 1e15 % 7, 2^53 % 3)
print(7 // "2", "7" // 2, "7.0" // 2, "-7" % "3")
print(math.fmod(-7, 3), math.fmod(7, -3), math.fmod(-6, 2), math.fmod(5.5, 2), pcall(math.fmod, 1, 0))
print(math.fmod(math.mininteger, -1), math.fmod(1, 0.0) ~= math.fmod(1, 0.0))
local acc = 0
for i = -20, 20 do
  for j = -5, 5 do if j ~= 0 then acc = acc * 31 + (i // j) * 7 + i % j end end
end
print(acc)
