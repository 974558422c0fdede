-- operators on objects: arithmetic, comparison, index and newindex functions, call, concat
local N = tonumber((...)) or 650000

local V = {}
V.__index = V
local function vec(x, y) return setmetatable({ x = x, y = y }, V) end
V.__add = function(a, b) return vec(a.x + b.x, a.y + b.y) end
V.__sub = function(a, b) return vec(a.x - b.x, a.y - b.y) end
V.__mul = function(a, k) return vec(a.x * k, a.y * k) end
V.__unm = function(a) return vec(-a.x, -a.y) end
V.__eq = function(a, b) return a.x == b.x and a.y == b.y end
V.__lt = function(a, b) return a.x < b.x end
V.__le = function(a, b) return a.x <= b.x end
V.__call = function(a, k) return a.x + k end
V.__concat = function(a, b) return "v" end

local function run(n)
  local acc, one, less = vec(0, 0), vec(1, 2), 0
  local log = 0
  local proxy = setmetatable({}, {
    __index = function(_, k) return k * 2 end,
    __newindex = function(_, _, v) log = log + v end,
  })
  for i = 1, n do
    acc = acc + one * 2 - one
    if acc < one or acc <= one then less = less + 1 end
    if acc == one then less = less + 1 end
    less = less + acc(1) % 2 + #(acc .. "x")
    proxy[i] = proxy[i] % 7
    if acc.x > 100 then acc = -acc end
  end
  return acc.x, acc.y, less, log
end

print(string.format("metamethods %d %d %d %d", run(N)))
