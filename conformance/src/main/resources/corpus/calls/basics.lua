local function f(a, b, c) return a, b, c end
print(f())
print(f(1))
print(f(1, 2, 3, 4))
print((f(1, 2, 3)))
print(f(f(1, 2)))
print(f(f(1, 2), f(3, 4)))
print(({ f(1, 2, 3) })[3])
print(type(f), f == f, (f) == f, not f)
-- methods and chained calls
local o = { v = 1 }
function o:add(n) self.v = self.v + n return self end
function o.static(n) return n end
o.inner = { deep = { name = "deep" } }
function o.inner.deep:get(x) return self.name, x end
print(o:add(1):add(2).v, o.static(5), o.inner.deep:get(1))
print(o["add"](o, 10).v, o.add(o, 1).v)
local s = "str" print(s:upper():lower():rep(2), ("%d"):format(7), #s:rep(3))
print((function(...) return select("#", ...) end)(1, nil), (function() end)())
-- arguments are evaluated left to right, after the function
local log = {}
local function e(x) log[#log + 1] = x return x end
local tbl = { get = function() log[#log + 1] = "fn" return function(...) log[#log + 1] = "call" return ... end end }
tbl.get()(e(1), e(2), e(3)) print(table.concat(log, " "))
-- call syntax with one string or table
local function one(x) return type(x) end
print(one "s", one 's', one [[s]], one {}, one { 1, 2 }, one "a" == "string", type "x", #one "x")
-- calling what is not a function
print(pcall(function() local x; x() end))
print(pcall(function() local x = 5; x(1) end))
print(pcall(function() undefinedfn() end))
print(pcall(function() o.nofn() end))
print(pcall(function() o:nomethod() end))
print(pcall(function() ("x")() end))
print(pcall(function() o.inner.deep.name() end))
print(pcall(function() (1)() end))
print(pcall(function() o.v.x() end))
print(pcall(function() f()() end))
print(pcall(function() o[1]() end))
print(pcall(function() o["a b"]() end))
print(pcall(function() return nil .. f() end))
-- __call, also chained
local callable = setmetatable({}, { __call = function(self, a, b) return "called", a, b end })
print(callable(1, 2)) print(pcall(callable, 3)) print(callable "x") print(callable())
local chain = setmetatable({}, { __call = callable }) print((chain(1)))
print(select(2, chain(1)) == chain, select(3, chain(7)))
print(pcall(setmetatable({}, { __call = 5 }))) print(pcall(function() setmetatable({}, { __call = {} })() end))
-- deep recursion that is not a tail call
local function depth(n) if n == 0 then return 0 end return 1 + depth(n - 1) end print(depth(10000), depth(100000))
local function build(n) if n == 0 then return {} end return { build(n - 1) } end
local t, d = build(1000), 0
while t[1] do t = t[1] d = d + 1 end
print(d)
local function many(n, ...) if n == 0 then return select("#", ...) end return many(n - 1, n, ...) end print(many(150))
print(string.format("%s %s", f(1, 2)), math.max(f(3, 9, 5)), #{ f(1, 2, 3) }, (select("#", f(1, 2, 3))))
-- functions with many parameters and arguments
local names = {} for i = 1, 200 do names[i] = "p" .. i end
print(load("local function g(" .. table.concat(names, ",") .. ") return p1 + p200 end return g(...)")(table.unpack((function()
  local r = {}
  for i = 1, 200 do r[i] = i end
  return r
end)())))
print(load("return select('#', " .. ("1,"):rep(249) .. "1)")())
print(select(2, load("f(" .. ("1,"):rep(300) .. "1)", "=many")))
