local V = {}
V.__add = function(a, b) return a.x + b.x end
V.__lt = function(a, b) return a.x < b.x end
V.__call = function(a, k) return a.x + k end
local function combine(a, b)
  local sum = a + b
  if a < b then sum = sum + a(1) end
  return sum
end
local function work(a, b)
  pause()
  return combine(a, b)
end
print(work(setmetatable({ x = 1 }, V), setmetatable({ x = 2 }, V)))
