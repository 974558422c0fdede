local a, b, c = 1, 2
print(a, b, c)
a, b = b, a print(a, b)
a, b, c = c, a, b print(a, b, c)
local x, y = 1, 2, 3 print(x, y)
local function f() return 1, 2, 3 end
local p, q, r, s = f() print(p, q, r, s)
p, q, r, s = f(), 10 print(p, q, r, s)
p, q, r, s = 0, f() print(p, q, r, s)
p, q, r, s = (f()) print(p, q, r, s)
p, q = f(), f() print(p, q)
local function none() end
p, q = none() print(p, q)
p, q = none(), 1 print(p, q)
p = none() print(p)
-- all expressions are evaluated before any assignment
local i, t = 1, {}
i, t[i] = i + 1, 20
print(i, t[1], t[2])
local u = { 1, 2, 3 }
u[1], u[2], u[3] = u[3], u[1], u[2]
print(u[1], u[2], u[3])
do
  local a = { x = 1 }
  local b = a
  a.x, a = 2, { x = 3 }
  print(a.x, b.x)
end
do
  local k = "k1"
  local o = {}
  o[k], k, o[k .. "x"] = 1, "k2", 3
  print(o.k1, o.k2, o.k1x, k)
end
do
  local function g(o) o[1], o = "set", nil return o end
  local o = {}
  print(g(o), o[1])
end
do
  local i = 3
  local arr = { 1, 2, 3, 4 }
  i, arr[i], i, arr[i + 1] = i + 1, "three", 99, "four"
  print(arr[3], arr[4])
end
do
  local order = {}
  local function e(v) order[#order + 1] = v return v end
  local o = setmetatable({}, { __newindex = function(_, k, v) order[#order + 1] = "set" end })
  o[e("k1")], o[e("k2")] = e("v1"), e("v2")
  print(table.concat(order, " "))
end
do
  local up = 1
  local function inc() up = up + 1 return up end
  local m, n, o = inc(), inc(), up
  print(m, n, o)
  local v = up + inc() + up print(v >= 9)
end
local g1, g2 = 1, 2
g1, g2, undefined_extra = g2, g1, "x"
print(g1, g2, undefined_extra)
local z = z print(z)
local z2 = (function() return z2 end)() print(z2)
local n1 <const>, n2, n3 <const> = 1, 2, 3 print(n1, n2, n3)
local swap = { a = 1, b = 2 } swap.a, swap.b = swap.b, swap.a print(swap.a, swap.b)
local s1, s2, s3 = ("x"):rep(2), ("a,b"):match("(.),(.)") print(s1, s2, s3)
;(function(...) local h, tl = ... print(h, tl) end)(1)
