-- closures made and called where code is compiled
local function counter() local n = 0 return function(by) n = n + by return n end end
local function adder(k) return function(x) return x + k end end
local function compose(f, g) return function(x) return f(g(x)) end end
local function pair(a, b) return a, b, a + b end
local function map(t, f) local r = {} for i = 1, #t do r[i] = f(t[i]) end return r end
local numbers = {}
for i = 1, 40 do numbers[i] = i end
local c, total = counter(), 0
for i = 1, 300 do
  local f = compose(adder(i), compose(adder(1), function(x) return x * 2 end))
  local r = map(numbers, f)
  total = total + r[1] + r[40]
  c(r[i % 40 + 1])
end
print(total, c(0))
-- the same code for other functions: builtins, several results, none, errors, yields
local function apply(f, x) return compose(f, f)(x) end
for i = 1, 500 do apply(adder(1), i) end
print(apply(math.floor, 2.5), apply(tostring, 1), apply(function(...) return ... end, 7))
print(pcall(apply, pair, 1))
print(select("#", compose(function(...) return select("#", ...), ... end, function() return 1, 2, 3 end)()))
print(compose(function(...) return select("#", ...) end, function() end)())
print(coroutine.wrap(function() return apply(function(x) return coroutine.yield(x) end, 1) end)())
print(pcall(map, numbers, function(x) if x == 30 then error("thirty") end return x end))
print(pcall(map, numbers, 5))
print(#map(numbers, setmetatable({}, { __call = function(self, x) return x end })))
-- each round has its own variables, shared by the closures of that round
local fs = {}
for i = 1, 500 do
  local j = i
  local function get() return j end
  fs[i] = { get, function(v) j = v end, function() return get() + i end }
end
fs[400][2](1)
print(fs[399][1](), fs[400][1](), fs[400][3](), fs[500][3]())
local function fact(n) local function go(k) if k == 0 then return 1 end return k * go(k - 1) end return go(n) end
local s = 0
for i = 1, 400 do s = s + fact(i % 10) end
print(s)
local function deep(n) local f = function() if n == 0 then return 0 end return 1 + deep(n - 1) end return f() end
print(deep(2000), deep(4000))
