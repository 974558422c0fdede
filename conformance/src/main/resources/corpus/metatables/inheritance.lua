local Object = {} Object.__index = Object
function Object:new(...) local o = setmetatable({}, self) o:init(...) return o end
function Object:init() end
function Object:extend()
  local c = setmetatable({}, self)
  for k, v in pairs(self) do if type(k) == "string" and k:sub(1, 2) == "__" then c[k] = v end end
  c.__index = c
  c.super = self
  return c
end
function Object:is(c)
  local m = getmetatable(self)
  while m do if m == c then return true end m = getmetatable(m) end
  return false
end
local Animal = Object:extend()
function Animal:init(name) self.name = name end
function Animal:speak() return self.name .. " makes " .. self:sound() end
function Animal:sound() return "noise" end
Animal.__tostring = function(a) return "<" .. a.name .. ">" end
Animal.__eq = function(a, b) return a.name == b.name end
Animal.legs = 4
local Dog = Animal:extend()
function Dog:sound() return "woof" end
function Dog:init(name, tricks) Dog.super.init(self, name) self.tricks = tricks or {} end
local Puppy = Dog:extend()
function Puppy:sound() return Puppy.super.sound(self) .. " (small)" end
Puppy.__len = function(p) return #p.tricks end
local a, d, p = Animal:new("cat"), Dog:new("rex", { "sit" }), Puppy:new("bit", { "roll", "beg" })
print(a:speak(), d:speak(), p:speak())
print(tostring(a), tostring(d), tostring(p), #p)
print(a:is(Animal), d:is(Animal), p:is(Dog), a:is(Dog), p:is(Object))
print(d == Dog:new("rex"), d == p, d ~= a)
print(p.legs, rawget(p, "legs"))
Animal.legs = 3
print(d.legs, p.legs)
p.legs = 2
print(p.legs, d.legs)
function Animal:late() return "late " .. self.name end
print(p:late())
print(pcall(function() return a:missing() end))
print(pcall(function() return a.missing.x end))
print(getmetatable(p) == Puppy, getmetatable(Puppy) == Dog)
-- multiple inheritance by searching
local function multi(...)
  local ps = { ... }
  return setmetatable({}, { __index = function(t, k)
    for _, c in ipairs(ps) do local v = c[k] if v ~= nil then t[k] = v return v end end
  end })
end
local Sw, Fl = { swim = function(s) return s.n .. " swims" end, both = "sw" }, { fly = function(s)
  return s.n .. " flies"
end, both = "fl" }
local Duck = multi(Sw, Fl)
Duck.__index = Duck
local k = setmetatable({ n = "duck" }, Duck)
print(k:swim(), k:fly(), k.both, rawget(Duck, "fly") ~= nil, k.none)
-- properties by getters and setters
local function props(cls)
  cls.__index = function(t, k) local g = cls.get[k] if g then return g(t) end return cls.methods[k] end
  cls.__newindex = function(t, k, v)
    local s = cls.set[k]
    if s then s(t, v) elseif cls.get[k] then error("property '" .. k .. "' is read-only", 2) else rawset(t, k, v) end
  end
  return cls
end
local Temp = props { get = { f = function(t) return t.c * 9 / 5 + 32 end, k = function(t) return t.c + 273.15 end }, set = { f = function(t, v)
  t.c = (v - 32) * 5 / 9
end }, methods = { show = function(t) return ("%.1fC"):format(t.c) end } }
local tmp = setmetatable({ c = 100 }, Temp)
print(tmp.f, tmp.k, tmp:show())
tmp.f = 32
print(tmp.c, tmp:show())
print(pcall(function() tmp.k = 0 end))
-- private state in closures; a stack; operators that return new objects
local function Stack()
  local items, n = {}, 0
  return setmetatable({}, { __index = { push = function(_, v) n = n + 1 items[n] = v end, pop = function()
    local v = items[n]
    items[n] = nil
    n = n > 0 and n - 1 or 0
    return v
  end }, __len = function() return n end })
end
local s = Stack()
s:push(1)
s:push("b")
print(#s, s:pop(), s:pop(), s:pop(), #s)
local V = {}
V.__index = V
V.__add = function(x, y) return setmetatable({ x[1] + y[1], x[2] + y[2] }, V) end
V.__mul = function(x, y)
  if type(x) == "number" then x, y = y, x end
  if type(y) == "number" then return setmetatable({ x[1] * y, x[2] * y }, V) end
  return x[1] * y[1] + x[2] * y[2]
end
V.__unm = function(x) return x * -1 end
V.__concat = function(x, y) return tostring(x) .. tostring(y) end
V.__tostring = function(x) return "(" .. x[1] .. "," .. x[2] .. ")" end
local v = setmetatable({ 1, 2 }, V)
print(tostring(v + v), v * v, tostring(2 * v), tostring(v * 2 + -v), v .. "!", "!" .. v)
