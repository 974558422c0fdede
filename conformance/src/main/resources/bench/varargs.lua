-- variable arguments, select, unpack, multiple results
local N = tonumber((...)) or 850000

local unpack = table.unpack or unpack

local function sum(...)
  local s = 0
  for i = 1, select("#", ...) do
    s = s + (select(i, ...))
  end
  return s
end

local function collect(...)
  local t = { ... }
  return #t, t[1]
end

local function pass(...) return ... end

local function minmax(a, b, c)
  if a > b then a, b = b, a end
  if b > c then b, c = c, b end
  if a > b then a, b = b, a end
  return a, b, c
end

local function run(n)
  local total, args = 0, { 1, 2, 3, 4, 5 }
  for i = 1, n do
    total = total + sum(i % 3, 2, 3, 4)
    local count, first = collect(pass(i % 5, 2, 3))
    total = total + count + first
    total = total + sum(unpack(args, 1, i % 5 + 1))
    local lo, mid, hi = minmax(i % 7, i % 5, i % 3)
    total = total + hi - lo + mid
  end
  return total
end

print(string.format("varargs %d", run(N)))
