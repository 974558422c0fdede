local log = {}
local base = { a = 1 }
local t = setmetatable({}, { __index = base })
print(t.a, t.b, rawget(t, "a"), t["a"]) base.b = 2 print(t.b) t.a = 10 print(t.a, base.a)
local f = setmetatable({}, { __index = function(self, k) log[#log + 1] = tostring(k) return k .. "?", "extra" end })
print(f.x, f[1], f[true and "y"], (f.z)) print(table.concat(log, " ")) print(select("#", f.q))
-- the function gets the table that was indexed, not the holder of the metatable
local holder = setmetatable({}, { __index = function(self, k) return self, k end })
local user = setmetatable({}, { __index = holder }) print(user.k == holder)
local direct = setmetatable({}, getmetatable(holder)) print(direct.k == direct)
-- chains
local c = {}
for i = 1, 50 do c = setmetatable({ ["k" .. i] = i }, { __index = c }) end
print(c.k1, c.k25, c.k50, c.k51)
-- present keys, false values, nil values
local p = setmetatable({ f = false }, { __index = function() return "default" end })
print(p.f, p.n, p[nil], p[0 / 0], p[1.5])
p.f = nil print(p.f)
-- __index on other types
print(("x").len == string.len, pcall(function() return (5).x end))
print(pcall(function() return (nil).x end))
print(pcall(function() return (print).x end))
print(pcall(function() return (true).x end))
print(pcall(function() return setmetatable({}, { __index = 5 }).x end))
print(pcall(function() return setmetatable({}, { __index = true }).x.y end))
print(setmetatable({}, { __index = "str" }).upper == string.upper)
print(pcall(function() return setmetatable({}, { __index = function() error("in index", 0) end }).x end))
print(pcall(function()
  local t = setmetatable({}, { __index = function(_, k) error("no field " .. k, 2) end })
  return t.missing
end))
-- loops are detected for tables that refer to themselves
local loop = {} setmetatable(loop, { __index = loop }) print(pcall(function() return loop.x end))
local l1, l2 = {}, {}
setmetatable(l1, { __index = l2 })
setmetatable(l2, { __index = l1 })
print(pcall(function() return l1.x end))
-- caching in the table; method calls; numeric keys
local memo = setmetatable({}, { __index = function(t, n)
  local v = n < 2 and n or t[n - 1] + t[n - 2]
  rawset(t, n, v)
  return v
end })
print(memo[50], rawget(memo, 49))
local cls = {}
cls.__index = cls
function cls.new(v) return setmetatable({ v = v }, cls) end
function cls:get() return self.v end
print(cls.new(7):get(), rawget(cls.new(1), "get"))
local arr = setmetatable({ 1, 2 }, { __index = function(_, i) return i * 100 end })
print(arr[1], arr[2], arr[3], arr[-1], arr[2.5], #arr)
print(rawget(arr, 3), rawlen(arr), rawequal(arr, arr), next(setmetatable({}, { __index = { x = 1 } })))
local proxy = setmetatable({}, { __index = _G })
print(proxy.print == print, proxy.undefinedthing)
print(pcall(rawget, 5, 1))
print(pcall(rawget, {}))
-- changing the metatable during a lookup
local sw
sw = setmetatable({}, { __index = function(t, k) setmetatable(t, { __index = { k = "after" } }) return "before" end })
print(sw.k, sw.k)
