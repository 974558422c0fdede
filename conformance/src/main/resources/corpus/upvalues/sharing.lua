-- who shares a variable with whom
local function cell(v) return function() return v end, function(x) v = x end end
local g1, s1 = cell(1) local g2, s2 = cell(1) s1(10) print(g1(), g2()) s2(20) print(g1(), g2())
local fs = {}
local shared = 0
for i = 1, 3 do fs[i] = function() shared = shared + i return shared end end
print(fs[1](), fs[2](), fs[3](), shared)
local a = 1
local function f() local b = a a = a + 1 local function g() b = b * 10 a = a + 1 return a, b end return g end
local h1, h2 = f(), f()
print(h1())
print(h2())
print(h1())
print(a)
-- a variable captured at three levels, changed at each
local lvl = { }
do
  local v = 0
  lvl[1] = function() v = v + 1 return v end
  lvl[2] = function() return function() v = v + 10 return v end end
  lvl[3] = function() return function() return function() v = v + 100 return v end end end
end
print(lvl[1](), lvl[2]()(), lvl[3]()()(), lvl[1]())
-- parameters, loop variables, vararg copies, catch variables of for
local function p(x, ...) local y = ... return function() x, y = y, x return x, y end, function() return x, y end end
local sw, get = p(1, 2, 3)
print(sw())
print(get())
print(sw())
local kept = {}
for k, v in pairs { a = 1 } do kept[1] = function() v = v + 1 return k, v end kept[2] = function() return v end end
print(kept[1]())
print(kept[2]())
for i = 1, 2 do local j = i kept[i] = function() i = i + 1 j = j + i return i, j end end
print(kept[1]())
print(kept[1]())
print(kept[2]())
-- recursion: each activation has its own
local function rec(n)
  local here = n
  local f = function() here = here + 1 return here end
  if n == 0 then return { f } end
  local r = rec(n - 1)
  r[#r + 1] = f
  return r
end
local r = rec(3)
print(r[1](), r[1](), r[2](), r[4](), r[2]())
-- a closure that replaces itself, two functions that know each other, functions as default values
local self
self = function() local old = self self = function() return "second" end return old == self, "first" end
print(self())
print(self())
local ping, pong
function ping(n) return n == 0 and "ping" or pong(n - 1) end
pong = function(n) return n == 0 and "pong" or ping(n - 1) end
print(ping(3), pong(3))
-- upvalues closed by break, goto, return, error, coroutine end and to-be-closed exit
local out = {}
for i = 1, 5 do local v = i out[i] = function() v = v + 1 return v end if i == 2 then break end end
do
  local w = 0
  ::again::
  local x = w
  out[#out + 1] = function() x = x + 1 return x end
  w = w + 1
  if w < 2 then goto again end
end
pcall(function() local y = 50 out[#out + 1] = function() y = y + 1 return y end error("x") end)
coroutine.wrap(function() local z = 60 out[#out + 1] = function() z = z + 1 return z end coroutine.yield() end)()
do
  local c <close> = setmetatable({}, { __close = function() out[#out + 1] = function() return "closed" end end })
  local q = 70
  out[#out + 1] = function() q = q + 1 return q end
end
for i = 1, #out do io.write(tostring(out[i]()), " ", tostring(out[i]()), "; ") end
print()
-- many upvalues in one closure; the same one captured twice; constants do not take a slot
local u1, u2, u3, u4, u5 = 1, 2, 3, 4, 5
local K <const> = 100
local function many() u1, u2, u3, u4, u5 = u5, u1, u2, u3, u4 return u1 + K, u2, u3, u4, u5 end
print(many())
print(many())
local function twice()
  local function i1() u1 = u1 + 1 end
  local function i2() u1 = u1 * 2 end
  i1()
  i2()
  i1()
  return u1
end
print(twice(), u1)
collectgarbage()
print(g1(), lvl[3]()()(), r[4]())
