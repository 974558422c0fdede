-- calls whose arguments end with a call, once all is compiled: the inner one gives one value, then none or several
local function half(x) return x / 2 end
local function both(x) if x % 64 == 63 then return x, -x end return x end
local function none(x) if x == 9999 then return end return x end

local function floors(n)
  local s = 0
  for i = 1, n do s = s + math.floor(half(i)) end
  return s
end
print(floors(100), floors(3000))

local function greatest(n)
  local m = 0
  for i = 1, n do m = math.max(m, both(i)) end
  return m
end
print(greatest(50), greatest(200), greatest(2000))

local function texts(n)
  local s = 0
  for i = 1, n do s = s + #tostring(none(i)) end
  return s
end
print(texts(100), texts(3000), pcall(texts, 10000))

local function counts(n)
  local c = 0
  for i = 1, n do c = c + select("#", both(i)) + select("#", none(i)) end
  return c
end
print(counts(50), counts(3000), counts(10000))

local function tables(n)
  local s = 0
  for i = 1, n do
    local t = { i, both(i) }
    s = s + #t + rawlen(t)
  end
  return s
end
print(tables(50), tables(2000))

local function sqrts(n, f)
  local s = 0.0
  for i = 1, n do s = s + math.sqrt(f(i)) end
  return s
end
print(string.format("%.6f %.6f", sqrts(1000, half), sqrts(1000, none)))
print(pcall(sqrts, 20, function(x) if x == 11 then return "no" end return x end))
print(pcall(sqrts, 20, function(x) if x == 11 then return end return x end))

-- what is called is chosen by what was called
local log = {}
local function note(...) log[#log + 1] = select("#", ...) end
local function notes(n, f)
  for i = 1, n do note(i, f(i)) end
end
notes(300, half) notes(300, both) notes(10, function() end) notes(10, function(x) return x, x, x end)
local sums = {}
for _, k in ipairs(log) do sums[k] = (sums[k] or 0) + 1 end
print(sums[1], sums[2], sums[3], sums[4])

-- results go to yield, and what iterators of coroutines give to functions
local function values(n)
  return coroutine.wrap(function() for i = 1, n do coroutine.yield(both(i)) end end)
end
local function mapped(g, f)
  return coroutine.wrap(function() for x in g do coroutine.yield(f(x)) end end)
end
local function total(g)
  local s, n = 0, 0
  for x, y in g do
    s = s + x + (y or 0)
    n = n + 1
  end
  return s, n
end
print(total(values(100)))
print(total(mapped(mapped(values(3000), half), function(x) return x * 2 end)))
print(total(mapped(values(500), function(x) if x < 400 then return x end return x + 0.5, 1 end)))
print(pcall(total, mapped(values(500), function(x) if x < 400 then return x end return "x" .. x end)))
print(select("#", values(3)(), 1), pcall(mapped(values(70), function(x) return x, nil end)))

-- methods and metamethods
local V = {}
V.__index = V
V.__add = function(a, b) return setmetatable({ n = a.n + b.n }, V) end
V.__call = function(self, x) return self.n + x end
function V.get(self) return self.n end
function V.set(self, n) self.n = n return self end
local function chain(n)
  local v = setmetatable({ n = 0 }, V)
  local s = 0
  for i = 1, n do
    s = s + math.abs(v:set(both(i)):get()) + v(half(i)) + V.get(v + v)
  end
  return s
end
print(chain(50), chain(2000))

-- errors say the line of the call that fails
local function fails(n)
  for i = 1, n do
    half(
      none(i))
    math.floor(
      none(i == n and 9999 or i))
  end
end
print(pcall(fails, 10), pcall(fails, 2000))
