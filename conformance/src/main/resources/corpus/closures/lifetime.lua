-- a variable outlives its block, its function, its coroutine, an error
local get, set
do local hidden = "a" get = function() return hidden end set = function(v) hidden = v end end
set("b") print(get())
local function make() local v = 0 local function inc() v = v + 1 return v end inc() error({ inc = inc }) end
local ok, e = pcall(make) print(ok, e.inc(), e.inc())
local co = coroutine.wrap(function()
  local v = 5
  coroutine.yield(function() v = v + 1 return v end, function() return v end)
end)
local i1, g1 = co() print(i1(), g1()) co() print(i1(), g1())
local dead = coroutine.create(function()
  local z = 1
  local f = function() z = z + 1 return z end
  coroutine.yield(f)
  error("x")
end)
local _, f = coroutine.resume(dead) coroutine.resume(dead) collectgarbage() print(f(), coroutine.status(dead))
-- open and closed upvalues are the same variable
local log = {}
do
  local v = 1
  local function rd() return v end
  local function wr(x) v = x end
  log[#log + 1] = rd() v = 2 log[#log + 1] = rd() wr(3) log[#log + 1] = v
  log.rd, log.wr = rd, wr
end
log.wr(9) log[#log + 1] = log.rd() print(table.concat(log, " "))
-- break and return close variables
local function find(list, want)
  for i, v in ipairs(list) do if v == want then return function() v = v .. "!" return i, v end end end
end
print(find({ "a", "b", "c" }, "b")()) print(find({}, "z"))
local br
for i = 1, 10 do local x = i if i == 4 then br = function() x = x + 1 return x end break end end
print(br(), br())
-- a loop variable that is captured and also changed within the body
local out = {} for i = 1, 3 do out[i] = function() return i end i = i + 10 end print(out[1](), out[2](), out[3]())
-- closures made in a deep recursion keep their own variables
local kept = {}
local function rec(n)
  local here = n * n
  kept[n] = function() here = here + 1 return here end
  if n > 0 then rec(n - 1) end
  here = -here
end
rec(50) print(kept[0](), kept[1](), kept[7](), kept[50](), kept[7]())
-- closures compare by identity; same prototype, different variables
local function mk() local x return function() return x end end
print(mk() == mk(), #{ mk(), mk() }, type(mk()))
local same = {} for i = 1, 3 do same[i] = function() return 1 end end print(type(same[1]), same[1]() == same[2]())
collectgarbage() print(get(), out[3](), kept[7]())
-- upvalue of upvalue assigned after capture by an inner function that is not called yet
local function lazy() local v local function r() return function() return v end end v = "late" return r() end
print(lazy()())
local function params(a, b) local function sw() a, b = b, a end sw() return a, b end print(params(1, 2))
local function vself(...) local a = ... local f = function() a = a + 1 return a end return f, f end
local va, vb = vself(1)
print(va(), vb())
