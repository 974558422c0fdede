-- insert, remove, unpack, select and functions of math as hot code calls them, at the edges of what needs no frame.
local function show(...)
  local t = table.pack(...)
  for i = 1, t.n do t[i] = t[i] ~= t[i] and "nan" or tostring(t[i]) end
  return t.n .. ":" .. table.concat(t, " ", 1, t.n)
end
-- Does the same some times, hot enough to be compiled, and says what comes first and whether it stays so.
local function again(name, f, ...)
  local first = show(pcall(f, ...))
  for _ = 1, 30 do
    local now = show(pcall(f, ...))
    if now ~= first then print("differs", name, first, now) return end
  end
  print(name, (first:gsub("%S+:%d+: ", "")))
end

-- sequences that grow, shrink, are empty, have holes, metatables, or are none
local function fill(n)
  local t = {}
  for i = 1, n do table.insert(t, i * 10) end
  local sum = #t
  for i = 1, n do sum = sum + table.remove(t) end
  return sum, #t, table.remove(t), #t
end
again("fill 0", fill, 0) again("fill 1", fill, 1) again("fill 5", fill, 5) again("fill 100", fill, 100)
local function values(...)
  local t = { ... }
  for _ = 1, 3 do table.insert(t, "x") end
  table.insert(t, nil)
  table.insert(t, false)
  local last = table.remove(t)
  return last, #t, table.unpack(t)
end
again("values", values, 1, "two", 3.5)
local function front(n)
  local t = {}
  for i = 1, n do table.insert(t, 1, i) end
  local a, b = table.remove(t, 1), table.remove(t, #t)
  return a, b, #t, t[1], t[#t]
end
again("front", front, 6)
again("no table", function() table.insert(1, 2) end)
again("no value", function() table.insert({}) end)
again("too many", function() table.insert({}, 1, 2, 3) end)
again("position", function() table.insert({}, 5, 1) end)
again("remove what", function() return table.remove() end)
again("remove zero", function() local t = { [0] = "z" } return table.remove(t), t[0] end)
local seen = 0
local proxy = setmetatable({}, {
  __newindex = function(t, k, v) seen = seen + 1 rawset(t, k, v) end,
  __len = function() return 3 end,
  __index = function(_, k) return "v" .. tostring(k) end,
})
local function through(p)
  table.insert(p, "a")
  local r = table.remove(p)
  return r, rawget(p, 4), table.unpack(p)
end
again("proxy", through, proxy)
print(seen > 0)
local function holes()
  local t = { 1, 2, nil, 4 }
  local n = select("#", table.unpack(t, 1, 4))
  return n, table.unpack(t, 2, 4)
end
again("holes", holes)
for n = 0, 9 do
  local t = {}
  for i = 1, n do t[i] = i end
  again("unpack " .. n, function() return select("#", table.unpack(t)), table.unpack(t) end)
  again("part " .. n, function() return table.unpack(t, 2, n - 1) end)
end
again("unpack hash", function() local t = {} t[3] = 3 t[2] = 2 t[1] = 1 return table.unpack(t) end)
again("unpack many", function() return (table.unpack({ 1 }, 1, 1e8)) end)
again("unpack none", function() return (table.unpack()) end)

-- select
local function choose(n, ...) local a, b = select(n, ...) return a, b end
for _, n in ipairs { 1, 2, 9, 10, -1, -3, "#", 2.0, "2" } do again("select " .. n, choose, n, 1, 2, 3, 4, 5, 6, 7, 8, 9) end
again("select 0", choose, 0, 1) again("select -5", choose, -5, 1) again("select x", choose, "x", 1)
again("select 1.5", choose, 1.5, 1)
again("counts", function(...) return (select("#")), (select("#", nil)), (select("#", ...)) end, nil, nil)

-- math
local numbers = { 0, 1, -1, 2.5, -2.5, 1 / 0, math.maxinteger, math.mininteger, 0.1, "10", "x" }
for _, name in ipairs { "abs", "ceil", "floor", "sqrt", "tointeger", "type", "exp", "sin", "deg" } do
  local f = math[name]
  for _, x in ipairs(numbers) do
    again(name .. " " .. tostring(x), function()
      local y = f(x)
      return type(y) == "number" and y == y and string.format("%.10g", y) or y, math.type(y)
    end)
  end
end
for _, name in ipairs { "max", "min", "fmod", "ult" } do
  local f = math[name]
  for _, x in ipairs { 3, -3, 2.5, "7" } do
    for _, y in ipairs { 2, -2.5, 0, math.mininteger } do
      again(name .. " " .. x .. " " .. y, function() return f(x, y) end)
    end
  end
end
again("modf", function() return math.modf(3.75) end)
again("log", function() return math.log(8, 2), math.log(1) end)
again("too few", function() return math.fmod(1) end)
again("none", function() return math.floor() end)

-- numbers that are drawn: as many as calls, whatever calls fail in between
math.randomseed(42)
local function draw(n)
  local sum = 0
  for i = 1, n do
    sum = sum + math.random(100) + math.random(-5, 5) + (math.random() < 0.5 and 1 or 0)
    if i % 50 == 0 then pcall(math.random, 2, 1) pcall(math.random, 0) pcall(math.random, 1, 2, 3) pcall(math.random, 1.5) end
  end
  return sum
end
local first = draw(300)
math.randomseed(42)
local second = 0
for _ = 1, 3 do second = second + draw(100) end
print(first == second, first > 0)
