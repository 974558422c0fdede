-- Methods that hot code finds in classes, until an object has one of that name itself: however it came there.
local function class(base)
  local c = setmetatable({}, { __index = base })
  c.__index = c
  return c
end
local Base = class(nil)
local Middle, Last = class(Base), nil
Last = class(Middle)
local names = {}
for i = 1, 70 do names[i] = "m" .. i end
for i, name in ipairs(names) do
  local owner = i % 3 == 0 and Base or i % 3 == 1 and Middle or Last
  owner[name] = function(self, x) return self.n + x + i end
end

-- Calls one method of some objects, of different classes, again and again.
local function hot(name)
  local call = load("local objects, n = ... local s = 0 for i = 1, n do local o = objects[i % #objects + 1] "
    .. "if o." .. name .. " then s = s + o:" .. name .. "(i) end end return s")
  local objects = {}
  for k = 1, 3 do
    objects[3 * k - 2] = setmetatable({ n = k }, Base)
    objects[3 * k - 1] = setmetatable({ n = k, other = 1 }, Middle)
    objects[3 * k] = setmetatable({ n = k, other = 1, more = 2 }, Last)
  end
  return call, objects
end

local function own(self, x) return -x end
local ways = {
  function(o, name) o[name] = own end,
  function(o, name) rawset(o, name, own) end,
  function(o, name) for i = 1, 20 do o["filler" .. i] = i end o[name] = own end,
  function(o, name) o[name] = false o[name] = nil for i = 1, 9 do o["x" .. i] = i end o[name] = own end,
  function(o, name) for i = 1, 30 do o[name .. i] = i end for i = 1, 30 do o[name .. i] = nil end o[name] = own end,
  function(o, name) setmetatable(o, nil) o[name] = own setmetatable(o, Last) end,
}
local total = 0
for i, name in ipairs(names) do
  local call, objects = hot(name)
  local before = call(objects, 40)
  local o = objects[i % 9 + 1]
  ways[i % #ways + 1](o, name)
  local after = call(objects, 40)
  o[name] = nil
  if i % 10 == 0 then print(name, before, after, call(objects, 40)) end
  total = (total * 31 + before * 7 + after * 3 + call(objects, 40)) % 1000000007
end
print(total)

-- Constructors whose fields hide those of the class, with a name that is there and one that is not.
local Point = { x = 10, y = 20, z = 30, name = "class" }
Point.__index = Point
local function make(i)
  if i % 3 == 0 then return setmetatable({ x = i, name = "p" .. i % 10 }, Point) end
  if i % 3 == 1 then return setmetatable({ y = i, z = i % 2 == 0 and i or nil }, Point) end
  return setmetatable({}, Point)
end
local function sum(n)
  local s, t = 0, 0
  for i = 1, n do
    local p = make(i)
    s = s + p.x + p.y + p.z
    t = t + #p.name
    p.y = 1
    s = s + p.y
  end
  return s, t
end
for _ = 1, 5 do print(sum(300)) end
