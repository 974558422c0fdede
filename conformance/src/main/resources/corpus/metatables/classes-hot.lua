-- instructions that see objects of several classes, and fields found in several places
local function class(base)
  local c = setmetatable({}, { __index = base })
  c.__index = c
  return c
end
local A = { kind = "A", limit = 1 }
A.__index = A
function A.name(self) return self.kind end
function A:grow(n) self.size = self.size + n self.count = self.count + 1 end
local B, C, D, E = class(A), nil, nil, nil
B.kind = "B"
C = class(B)
C.kind, C.limit = "C", 3
D = class(C)
function D.name(self) return "D" .. self.size end
E = class(A)

local function new(c, extra)
  local o = { size = 0, count = 0 }
  for i = 1, extra do o["f" .. i] = i end
  return setmetatable(o, c)
end
local objects = { new(A, 0), new(B, 3), new(C, 7), new(D, 1), new(E, 12) }
local function run(n, kinds)
  local text, sum = {}, 0
  for i = 1, n do
    local o = objects[i % kinds + 1]
    o:grow(i)
    o.size = o.size - 1
    sum = sum + o.limit + o.size
    text[o.kind] = (text[o.kind] or 0) + #o:name()
  end
  return sum, text.A, text.B, text.C
end
for kinds = 1, 5 do print(kinds, run(1200, kinds)) end

-- what was in a class comes into an object, another class, or goes
objects[2].kind = "own"
B.limit = 7
print(run(1000, 3))
C.kind = nil
C.name = function() return "name of C" end
print(run(1000, 4))
setmetatable(objects[1], D)
print(run(1000, 5))
setmetatable(E, nil)
print(pcall(run, 1000, 5))
E.__index = function(o, k) if k == "limit" then return 100 end return A[k] end
print(run(1000, 5))
objects[3].grow = function(o) o.size = nil end
print(pcall(run, 1000, 5))
objects[3].size = 1.5
objects[3].grow = false
print(pcall(run, 1000, 5))

-- a node that is known from a read is not used when it may have moved
local function moving(n)
  local sum = 0
  for i = 1, n do
    local t = setmetatable({ x = i }, A)
    local function fill(k) for j = 1, k do t["k" .. j] = j end return 1 end
    t.x = t.x + fill(i % 20)
    sum = sum + t.x
    t.x = nil
    t.x = t.size or 5
    sum = sum + t.x
  end
  return sum
end
print(moving(2000))
