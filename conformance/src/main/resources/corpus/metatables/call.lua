local t = setmetatable({}, { __call = function(self, ...) return "called", select("#", ...), ... end })
print(t())
print(t(1, nil))
print(t "str")
print(t { 1 } == "called")
print((t(1)))
print(pcall(t, "p"))
print(select("#", t(nil, nil)))
local o = { m = t, n = { f = t } } print(o.m(1)) print(select(3, o:m(2)) == o) print(o.n.f("x")) print(({ t(7) })[3])
-- chains of __call pass every callable object
local c1 = setmetatable({ name = "c1" }, { __call = function(...) return select("#", ...), (...).name end })
local c2 = setmetatable({ name = "c2" }, { __call = c1 })
local c3 = setmetatable({ name = "c3" }, { __call = c2 })
print(c1("a"))
print(c2("a"))
print(c3("a"))
-- errors: not callable at any depth
print(pcall(setmetatable({}, { __call = 5 })))
print(pcall(function() local x = setmetatable({}, { __call = {} }) x() end))
print(pcall(function() o.zzz() end))
print(pcall(function() local n = 5 n() end))
-- as iterator, comparator, gsub replacement, pcall and coroutine body, metamethod
local it = setmetatable({ n = 0 }, { __call = function(self)
  self.n = self.n + 1
  if self.n <= 3 then return self.n end
end })
for i in it do io.write(i, " ") end
print()
local gt = setmetatable({}, { __call = function(_, a, b) return a > b end })
print(pcall(table.sort, { 3, 1, 2 }, gt))
print(pcall(string.gsub, "abc", "%w", t))
print(pcall(coroutine.create, t))
print(pcall(xpcall, t, t))
print(setmetatable({}, { __index = t }).key, setmetatable({}, { __add = t }) + 1)
print(pcall(load, t))
-- a proxy that counts and forwards; memoise; class constructor
local function counted(f)
  local n = 0
  return setmetatable({}, { __call = function(_, ...) n = n + 1 return f(...) end, __index = function(_, k)
    if k == "count" then return n end
  end })
end
local cm = counted(math.max)
print(cm(1, 5, 2), cm(3), cm.count)
local Class = setmetatable({}, { __call = function(cls, x) return setmetatable({ x = x }, cls) end })
Class.__index = Class
function Class:get() return self.x end
print(Class(5):get(), getmetatable(Class(1)) == Class)
-- tail calls and deep recursion through __call
local tc
tc = setmetatable({}, { __call = function(self, n) if n == 0 then return "end" end return self(n - 1) end })
print(tc(200000))
local rc
rc = setmetatable({}, { __call = function(self, n) if n == 0 then return 0 end return 1 + self(n - 1) end })
print(rc(5000))
-- yields, and varargs that fill the stack
local yc = setmetatable({}, { __call = function(_, a) local b = coroutine.yield(a) return a + b end })
local co = coroutine.wrap(function() return yc(1), yc(2) end)
print(co(), co(10), co(20))
local big = {}
for i = 1, 3000 do big[i] = i end
print((select(2, t(table.unpack(big)))))
print(type(t), t == t, rawequal(t, t)) setmetatable(t, nil) print(pcall(t))
print(pcall(function() undefinedfunction() end))
