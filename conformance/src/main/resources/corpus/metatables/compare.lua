local calls = {}
local function mk(v, mt) return setmetatable({ v = v }, mt) end
local mt = {}
mt.__lt = function(a, b)
  calls[#calls + 1] = "lt"
  local x, y = type(a) == "table" and a.v or a, type(b) == "table" and b.v or b
  return x < y
end
mt.__le = function(a, b)
  calls[#calls + 1] = "le"
  local x, y = type(a) == "table" and a.v or a, type(b) == "table" and b.v or b
  return x <= y
end
mt.__eq = function(a, b) calls[#calls + 1] = "eq" return a.v == b.v end
local a, b, c = mk(1, mt), mk(2, mt), mk(1, mt)
print(a < b, a <= b, a > b, a >= b, a == b, a ~= b, a == c, a ~= c, not (a == c))
print(table.concat(calls, " "))
calls = {}
print(a < 5, 5 < a, a <= 1, 1 <= a, a > 0, 0 >= a, 1.5 < b, b < 1.5, a == 1, 1 == a)
print(table.concat(calls, " "))
calls = {}
-- __eq: only for two tables that are not the same; either operand's
print(a == a, rawequal(a, c), a == { v = 1 }, { v = 1 } == a, a == "1", a == nil)
print(table.concat(calls, " "))
calls = {}
local e1 = setmetatable({}, { __eq = function() return true end })
local e2 = {}
print(e1 == e2, e2 == e1, e2 == {}, e1 ~= e2)
local r1 = setmetatable({}, { __eq = function() return "truthy" end })
local r0 = setmetatable({}, { __eq = function() return nil end })
print(r1 == {}, r1 ~= {}, r0 == {}, r0 ~= {})
print(({ [e1] = 1 })[e2])
-- results become booleans
local tr = setmetatable({}, { __lt = function() return 1 end, __le = function() return nil end })
print(tr < 1, 1 < tr, tr <= 1, tr >= 1, tr > 1, not (tr < 1))
print(setmetatable({}, { __lt = function() end }) < {}, setmetatable({}, { __lt = function() return false, true end }) < 1)
-- mixed types use the metamethod of either
local L = setmetatable({}, { __lt = function(x, y) return type(x) .. "<" .. type(y) == "table<number" end })
print(L < 1, 1 < L, L > 1, 1 > L, L < "s", "s" < L)
print(pcall(function() return {} < L end))
print(pcall(function() return {} <= {} end))
print(pcall(function() return mk(1) < mk(2) end))
print(pcall(function() return print < 1 end))
print(pcall(function() return a < nil end))
-- errors
print(pcall(function() return setmetatable({}, { __lt = 5 }) < 1 end))
print(pcall(function() return setmetatable({}, { __eq = 5 }) == {} end))
print(pcall(function() return setmetatable({}, { __lt = function() error("cmp", 0) end }) < 1 end))
-- in conditions, loops and with constants
local n = mk(0, mt)
while n < 3 do n.v = n.v + 1 end
print(n.v)
if a < b and not (b < a) then print("ordered") end
local k = a < b and "lt" or "ge"
print(k)
print((a < b) == (b > a), (a <= c) and (c <= a))
repeat n.v = n.v - 1 until n <= 0
print(n.v)
print(a < 2, a < 2.5, a <= 127, a >= -128, a > 1000000, not (a < 0))
-- sort and the library
local list = {}
for i, v in ipairs { 5, 3, 8, 1, 9, 2 } do list[i] = mk(v, mt) end
table.sort(list)
for _, o in ipairs(list) do io.write(o.v, " ") end
print()
print(rawequal(math.max(a, b), b))
-- yields inside comparisons
local Y = setmetatable({}, { __lt = function(x, y) return coroutine.yield("lt") end, __le = function()
  return coroutine.yield("le")
end, __eq = function() return coroutine.yield("eq") end })
local co = coroutine.wrap(function()
  local r = {}
  r[1] = Y < 1
  r[2] = 1 <= Y
  r[3] = Y == {}
  r[4] = Y ~= {}
  r[5] = not (Y < 2)
  if Y > 5 then r[6] = "t" else r[6] = "f" end
  return table.unpack(r)
end)
print(co(), co(true), co(false), co(1), co(1), co(nil), co(true))
local s1 = setmetatable({}, { __lt = function(x, y) return "a" end }) print(s1 < s1, rawequal(s1, s1), s1 == s1)
