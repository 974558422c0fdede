-- tables whose numbers are now integers and now floats, and at last something else or nothing
local function sum(t, n)
  local s = 0
  for i = 1, n do s = s + t[i] * 2 end
  return s
end

local function scaled(t, n, by)
  for i = 1, n do t[i] = t[i] * by end
end

local function total(points)
  local x, y = 0, 0
  for _, p in ipairs(points) do
    x = x + p.x
    y = y + p.y
  end
  return x, y
end

-- integers, then floats, then both
local t = {}
for i = 1, 100 do t[i] = i end
for round = 1, 300 do sum(t, 100) end
print(sum(t, 100))
for i = 2, 100, 2 do t[i] = i / 4 end
for round = 1, 300 do sum(t, 100) end
print(sum(t, 100))
scaled(t, 50, 3)
print(t[1], t[2], t[3], t[50], t[51])
for round = 1, 200 do scaled(t, 100, 1) end
print(t[1], t[2], t[3], t[50], t[51], math.type(t[1]), math.type(t[2]))

-- a number in a string, nothing, and what is no number
t[77] = "0x10"
for round = 1, 50 do sum(t, 100) end
print(sum(t, 100))
t[78] = nil
print(pcall(sum, t, 100))
setmetatable(t, { __index = function(_, i) return i * 1000 end })
for round = 1, 50 do sum(t, 100) end
print(sum(t, 100), sum(t, 102))
t[78] = {}
print(pcall(sum, t, 100))
t[78] = setmetatable({}, { __mul = function(a, b) return 7 end })
for round = 1, 50 do sum(t, 100) end
print(sum(t, 100))

-- the same with fields
local points = {}
for i = 1, 60 do points[i] = { x = i, y = i * 2 } end
for round = 1, 300 do total(points) end
print(total(points))
for i = 1, 60, 3 do points[i].y = i / 8 end
for round = 1, 300 do total(points) end
print(total(points))
for i = 1, 60, 2 do points[i].x = i + 0.5 end
for round = 1, 300 do total(points) end
print(total(points))
points[33].x = "5"
for round = 1, 50 do total(points) end
print(total(points))
points[34].y = nil
print(pcall(total, points))
points[34].y = -0.0
print(total(points))

-- many places of numbers of both kinds in one function
local function all(t)
  local s = t[1] + t[2] - t[3] * t[4] + t[5] / t[6] - t[7] % t[8] + t[9] // t[10]
  return s
end
local n = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }
for round = 1, 20 do
  for k = 1, 10 do
    n[k] = n[k] + 0.0
    for _ = 1, 30 do all(n) end
    if round == 1 then print(k, all(n)) end
    n[k] = math.tointeger(n[k])
    for _ = 1, 30 do all(n) end
  end
end
print(all(n), math.type(n[1]))
