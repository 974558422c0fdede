-- new tables of all sizes, hot, and what is in them at first
local function sizes(n)
  local sum = 0
  for i = 1, n do
    local a, b, c = {}, { i }, { i, i + 1 }
    local d, e = { x = i }, { x = i, y = 2 }
    local f, g = { i, x = i, y = 3, z = 4 }, { 1, 2, 3, 4, 5, 6, 7, 8, 9, x = 1 }
    local h = { a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9 }
    sum = sum + #a + #b + #c + #f + #g + d.x + e.x + e.y + f.z + g.x + h.i
    if a[1] or a.x or b[2] or b.x or d.y or e[1] or f.w or h.j or next(a) then return "not empty" end
    a.x, b.x, d[1], e.z, f[2], g[10], h.j = i, 1, 2, 3, 4, 5, 6
    sum = sum + a.x + b.x + d[1] + e.z + f[2] + g[10] + h.j
  end
  return sum
end
for _ = 1, 4 do print(sizes(400)) end

-- they live as long as they are held
local function lists(n)
  local first
  for i = 1, n do first = { value = i, next = first } end
  local sum, count = 0, 0
  while first do
    sum, count, first = sum + first.value, count + 1, first.next
  end
  return sum, count
end
for _ = 1, 4 do print(lists(5000)) end
local function trees(depth)
  if depth == 0 then return {} end
  return { trees(depth - 1), trees(depth - 1) }
end
local function count(tree)
  if not tree[1] then return 1 end
  return 1 + count(tree[1]) + count(tree[2])
end
for _ = 1, 3 do print(count(trees(10))) end
collectgarbage()

-- with metatables, set when they are new or later, and again
local Class = { __index = { get = function(self) return self.x end } }
local Other = { __index = { get = function(self) return -self.x end } }
local function objects(n)
  local sum = 0
  for i = 1, n do
    local o = setmetatable({ x = i }, Class)
    sum = sum + o:get()
    if i % 3 == 0 then sum = sum + setmetatable(o, Other):get() end
    if i % 7 == 0 then
      setmetatable(o, nil)
      sum = sum + (getmetatable(o) and 1 or 1000)
    end
  end
  return sum
end
for _ = 1, 3 do print(objects(500)) end

-- a metatable that comes to have a finalizer, and one that is protected
local finalized = 0
local Late = {}
local function dispose(n)
  for i = 1, n do setmetatable({ i }, Late) end
end
for round = 1, 4 do
  dispose(200)
  if round == 2 then Late.__gc = function() finalized = finalized + 1 end end
  collectgarbage()
  print(finalized)
end
local Guarded = { __metatable = "guarded" }
local function guard(n)
  local t
  for i = 1, n do t = setmetatable({ i }, Guarded) end
  return getmetatable(t), pcall(setmetatable, t, {})
end
for _ = 1, 3 do print(guard(300)) end
