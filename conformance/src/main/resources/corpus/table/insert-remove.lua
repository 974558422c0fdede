local function s(t) return "[" .. table.concat(t, ",") .. "]" .. #t end
local t = {}
table.insert(t, "a")
table.insert(t, 1, "b")
table.insert(t, 2, "c")
table.insert(t, #t + 1, "d")
print(s(t))
print(select("#", table.insert(t, "e"))) print(s(t))
print(table.remove(t), s(t))
print(table.remove(t, 1), s(t))
print(table.remove(t, 2), s(t))
print(table.remove(t, #t), s(t))
print(table.remove(t), s(t))
print(table.remove(t), s(t))
print(table.remove({}), table.remove({}, 0), table.remove({}, #{}))
print(select("#", table.remove({})))
print(pcall(table.insert, t, 2, "x"))
print(pcall(table.insert, t, 0, "x"))
print(pcall(table.insert, t, -1, "x"))
print(pcall(table.insert, t))
print(pcall(table.insert, t, 1, 2, 3))
print(pcall(table.insert, t, "a", 1))
print(pcall(table.insert, nil, 1))
print(pcall(table.insert, t, 1.5, 1))
print(pcall(table.insert, t, 1.0, "float")) print(s(t))
print(pcall(table.insert, t, "1", "str")) print(s(t))
print(pcall(table.insert, "str", 1))
print(pcall(table.insert))
print((pcall(table.remove, { 1, 2, 3 }, 7)))
print((pcall(table.remove, { 1, 2, 3 }, -1)))
print(pcall(table.remove, { 1, 2, 3 }, 4))
print(pcall(table.remove, {}, 1))
print((pcall(table.remove, {}, 2)))
-- remove of index 0 when the length is 0, and with entries there
local z = { [0] = "zero" }
print(table.remove(z, 0), z[0])
z = { [0] = "zero" }
print(table.remove(z), z[0])
z = { "a", [2] = nil }
print(table.remove(z, 2), #z)
local n = { 1, 2, 3 }
table.insert(n, nil)
print(#n)
table.insert(n, 2, 9)
print(s(n))
for i = 1, 100 do table.insert(n, 1, i) end
print(#n, n[1], n[100], n[104])
for i = 1, 50 do table.remove(n, 1) end
print(#n, n[1])
while #n > 0 do table.remove(n) end
print(#n, next(n))
-- a queue and a stack
local q = {}
for i = 1, 10 do table.insert(q, i) end
local sum = 0
while #q > 0 do
  sum = sum * 3 % 1009 + table.remove(q, 1)
  if #q == 5 then table.insert(q, 1, 77) table.insert(q, 99) q[3] = 5 end
  if sum > 900 then sum = sum - 900 table.remove(q) end
end
print(sum)
-- metamethods are respected: __len, __index, __newindex
local log = {}
local p = setmetatable({}, { __len = function() return 3 end, __index = function(_, k)
  log[#log + 1] = "r" .. k
  return k * 10
end, __newindex = function(_, k, v)
  log[#log + 1] = "w" .. k .. "=" .. tostring(v)
end })
table.insert(p, "v")
table.insert(p, 2, "m")
print(table.concat(log, " "))
log = {}
print(table.remove(p))
print(table.concat(log, " "))
log = {}
print(table.remove(p, 1))
print(table.concat(log, " "))
print(pcall(table.insert, setmetatable({}, { __len = function() return math.maxinteger end }), 1))
print(pcall(table.insert, setmetatable({}, { __len = function() return "x" end }), 1))
print(pcall(table.insert, setmetatable({}, { __len = function() error("len", 0) end }), 1))
local neg = setmetatable({}, { __len = function() return -5 end })
print(pcall(table.insert, neg, "x")) print(rawget(neg, -4))
print(pcall(table.insert, neg, 1, "y"))
print(pcall(table.insert, setmetatable({}, { __index = {}, __newindex = function() end }), 1))
local ud = setmetatable({}, { __index = function() end })
table.insert(ud, 5)
print(ud[1], #ud)
print(pcall(table.insert, io.stdout, 1))
