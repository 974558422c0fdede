-- objects made in hot functions: setmetatable as a call and as a last call
local Point = {}
Point.__index = Point
function Point.new(x, y) return setmetatable({ x = x, y = y }, Point) end
function Point:plus(other) return Point.new(self.x + other.x, self.y + other.y) end
local Account = {}
Account.__index = Account
local function account(balance)
  local self = setmetatable({}, Account)
  self.balance = balance
  return self
end
function Account:add(n) self.balance = self.balance + n return self end

local p, total = Point.new(0, 0), 0
for i = 1, 3000 do
  p = p:plus(Point.new(1, 2))
  total = total + account(i):add(i).balance
end
print(p.x, p.y, total, getmetatable(p) == Point)

-- a finalizer, a protected metatable, and what is no table, appear late
local collected = 0
local current = {}
local function make(v) return setmetatable({ v = v }, current) end
for i = 1, 1000 do total = total + make(i).v end
current = { __gc = function() collected = collected + 1 end }
for i = 1, 1000 do total = total + make(i).v end
collectgarbage()
collectgarbage()
print(total, collected)
local function again(t, m) return setmetatable(t, m) end
for i = 1, 500 do again({}, current) end
print(pcall(again, setmetatable({}, { __metatable = "no" }), {}))
print(pcall(again, 1, {}))
print(pcall(again, {}, 1))
print(getmetatable(again({}, nil)))
current = nil
print(getmetatable(make(1)), make(2).v)
