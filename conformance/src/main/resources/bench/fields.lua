-- objects with constant fields and methods, and methods found through two levels of inheritance
local N = tonumber((...)) or 3000000

local Shape = {}
Shape.__index = Shape
function Shape.new(x, y)
  return setmetatable({ x = x, y = y, moves = 0 }, Shape)
end
function Shape:move(dx, dy)
  self.x = self.x + dx
  self.y = self.y + dy
  self.moves = self.moves + 1
end
function Shape:area() return 0 end

local Box = setmetatable({}, { __index = Shape })
Box.__index = Box
function Box.new(x, y, w, h)
  local b = Shape.new(x, y)
  b.w, b.h = w, h
  return setmetatable(b, Box)
end
function Box:area() return self.w * self.h end

local Square = setmetatable({}, { __index = Box })
Square.__index = Square
function Square.new(x, y, s) return setmetatable(Box.new(x, y, s, s), Square) end
function Square:grow(k)
  self.w = self.w + k
  self.h = self.h + k
end

local function run(n)
  local shapes = { Shape.new(0, 0), Box.new(1, 2, 3, 4), Square.new(5, 6, 7) }
  local total = 0
  for i = 1, n do
    local s = shapes[i % 3 + 1]
    s:move(1, -1)
    total = total + s:area() % 7
    if i % 1000 == 0 then shapes[3]:grow(1) end
  end
  return total, shapes[1].x, shapes[2].y, shapes[3].moves
end

print(string.format("fields %d %d %d %d", run(N)))
