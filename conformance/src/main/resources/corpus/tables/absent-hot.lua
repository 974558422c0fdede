-- what is not there, read by code that is hot: nil, unless a metatable has something to say
local function first(t) if t[1] then return t[1] end return "none" end
local function at(t, i) local v = t[i] if v == nil then return "none" end return v end
local function left(t) if not t.left then return "none" end return t.left end

local plain = { {}, { 7 }, { left = 1 }, { 7, left = 2, right = 3 }, { [2] = 5 }, { [1.0] = 6 }, { a = 1, b = 2, c = 3 } }
local function all(n, f, ...)
  local counts = {}
  for i = 1, n do
    local v = f(plain[i % #plain + 1], ...)
    counts[v] = (counts[v] or 0) + 1
  end
  local keys = {}
  for k in pairs(counts) do keys[#keys + 1] = tostring(k) .. "=" .. counts[k] end
  table.sort(keys)
  return table.concat(keys, " ")
end
print(all(4000, first))
print(all(4000, left))
for _, i in ipairs { 0, 1, 2, 3, -1, 1 << 31, 1 << 32, (1 << 32) + 1, math.maxinteger, math.mininteger } do
  print(i, all(700, at, i))
end

-- an element that is removed, a field that is, and both that come back
local changing = { 1, 2, 3, left = 4 }
local function rounds(n)
  local sum = 0
  for i = 1, n do
    changing[3] = i % 3 ~= 0 and i or nil
    changing.left = i % 5 ~= 0 and i or nil
    local a, b, c = at(changing, 3), left(changing), at(changing, 4)
    sum = sum + (a == "none" and 1 or a) + (b == "none" and 2 or b) + (c == "none" and 3 or c)
  end
  return sum
end
print(rounds(3000))

-- metatables that come later: with a table, with a function, and without __index
local calls = 0
local ways = {
  {},
  { __index = { [1] = "inherited", left = "inherited" } },
  { __index = function(t, k) calls = calls + 1 return k == "left" and "called" or k == 1 and "first" or nil end },
  { __newindex = function() end },
}
for _, metatable in ipairs(ways) do
  local t, u = setmetatable({}, metatable), setmetatable({ x = 1, y = 2 }, metatable)
  local seen
  for _ = 1, 400 do seen = table.concat({ first(t), left(t), at(t, 1), at(t, 2), first(u), left(u), at(u, 1), at(u, 2) }, " ") end
  print(seen, calls)
end
print(pcall(first, nil))
print(pcall(left, 5))
print(pcall(at, true, 1))
print(first("x"), left("x"), pcall(at, "x", 1))

-- a tree whose leaves are empty, with the last element by a call
local function tree(depth)
  if depth == 0 then return {} end
  return { tree(depth - 1), tree(depth - 1) }
end
local function count(t)
  if t[1] then return 1 + count(t[1]) + count(t[2]) end
  return 1
end
for depth = 0, 10 do io.write(count(tree(depth)), " ") end
print()

-- lists that end with a call of none, one or more results, which changes while the code is hot
local function results(n)
  if n == 0 then return end
  if n == 1 then return 10 end
  if n == 2 then return 10, 20 end
  return 10, 20, nil, 40
end
local function one(n) return n + 1 end
local function listed(n)
  local sum = 0
  for i = 1, n do
    local a = { one(i) }
    local b = { i, 2, one(i) }
    local c = { x = i, i, one(i) }
    local d = { i, results(i < n - 30 and 1 or i % 4) }
    sum = sum + #a + #b + #c + #d + a[1] + b[3] + c[2] + c.x + (d[2] or 0) + (d[3] or 0) + (d[5] or 0)
  end
  return sum
end
print(listed(200), listed(2000), listed(100))
local function failing(n)
  if n == 0 then error("here", 0) end
  return n
end
print(pcall(function() local t for i = 300, 0, -1 do t = { i, failing(i) } end return t end))
local co = coroutine.wrap(function()
  local function give(i) coroutine.yield(i) return i end
  local sum = 0
  for i = 1, 300 do sum = sum + #{ 0, give(i) } end
  return sum
end)
local last
for _ = 1, 301 do last = co() end
print(last)
