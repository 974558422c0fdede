local log = {}
local t = setmetatable({}, { __newindex = function(t, k, v) log[#log + 1] = tostring(k) .. "=" .. tostring(v) end })
t.a = 1 t.b = nil t[1] = false print(table.concat(log, " "), next(t)) rawset(t, "a", 5) t.a = 6 print(t.a, #log)
t.a = nil t.a = 7 print(t.a, log[#log])
local store = {}
local p = setmetatable({}, { __newindex = store })
p.x = 1
p[1] = "one"
print(rawget(p, "x"), store.x, store[1])
-- an existing key with any value but nil does not trigger it
local e = setmetatable({ f = false }, { __newindex = function() error("not reached") end })
e.f = 1
e.f = false
print(e.f)
print(pcall(function() e.g = 1 end))
-- nil and NaN keys: the metamethod sees them, a plain table refuses
local keys = {}
local any = setmetatable({}, { __newindex = function(_, k, v) keys[#keys + 1] = tostring(k):gsub("-", "") end })
any[nil] = 1
any[0 / 0] = 2
print(#keys, keys[1], keys[2])
print(pcall(function() setmetatable({}, { __newindex = {} })[nil] = 1 end))
-- chains; the final table does a raw set if it has no metamethod
local last = {}
local c = last
for _ = 1, 20 do c = setmetatable({}, { __newindex = c }) end
c.deep = "v"
print(last.deep, rawget(c, "deep"))
local loop = {}
setmetatable(loop, { __newindex = loop })
print(pcall(function() loop.x = 1 end))
local l1, l2 = {}, {}
setmetatable(l1, { __newindex = l2 })
setmetatable(l2, { __newindex = l1 })
print(pcall(function() l1.x = 1 end))
print(pcall(function() setmetatable({}, { __newindex = 5 }).x = 1 end))
print(pcall(function() local s = "str" s.x = 1 end))
print(pcall(function() print.x = 1 end))
-- read-only, with __index for reading
local function readonly(t)
  return setmetatable({}, { __index = t, __newindex = function(_, k) error("read-only: " .. tostring(k), 2) end, __len = function()
    return #t
  end, __pairs = function() return next, t end })
end
local ro = readonly { 1, 2, 3, n = "x" }
print(ro[2], #ro, ro.n)
print(pcall(function() ro[1] = 5 end))
print(pcall(function() ro.new = 5 end))
local n = 0
for _ in pairs(ro) do n = n + 1 end
print(n)
-- table functions, rawset, assignment in constructors and in nested functions
local tr = {}
local w = setmetatable({}, { __newindex = function(t, k, v) tr[#tr + 1] = k rawset(t, k, v) end })
table.insert(w, "a")
table.insert(w, "b")
w.x, w.y = 1, 2
function w.fn() end
function w:m() end
print(table.concat(tr, " "), w[1], w[2])
print(rawset(w, "raw", 1) == w, w.raw, #tr) print(pcall(rawset, 1, 2, 3)) print(pcall(rawset, {}, 1))
-- default values and type checks
local typed = setmetatable({}, { __newindex = function(t, k, v)
  if type(v) ~= "number" then error(("field '%s' must be a number, not %s"):format(k, type(v)), 2) end
  rawset(t, k, v)
end })
typed.a = 1
print(typed.a, pcall(function() typed.b = "x" end))
-- the value of the assignment is not changed by what the metamethod returns
local r = setmetatable({}, { __newindex = function() return "ignored" end })
r.x = "v"
print(r.x)
local v = 5
r.y, v = v, 6
print(v)
-- changing the metatable inside
local s
s = setmetatable({}, { __newindex = function(t, k, v) setmetatable(t, nil) t[k] = v * 2 end })
s.a = 1
s.b = 1
print(s.a, s.b, getmetatable(s))
-- yields inside
local y = setmetatable({}, { __newindex = function(t, k, v) rawset(t, k, coroutine.yield(k) + v) end, __index = function(_, k)
  return coroutine.yield("get " .. k)
end })
local co = coroutine.wrap(function() y.k = 10 local got = y.other return y.k, got end)
print(co())
print(co(5))
print(co("given"))
