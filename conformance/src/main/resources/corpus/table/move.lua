local function s(t, a, b)
  local r = {}
  for i = a or 1, b or #t do r[#r + 1] = tostring(t[i]) end
  return table.concat(r, ",")
end
print(s(table.move({ 1, 2, 3 }, 1, 3, 2)))
print(s(table.move({ 1, 2, 3 }, 2, 3, 1)))
print(s(table.move({ 1, 2, 3 }, 1, 3, 1)))
print(s(table.move({ 1, 2, 3 }, 1, 3, 3)))
print(s(table.move({ 1, 2, 3 }, 1, 0, 3)))
print(s(table.move({ 1, 2, 3 }, 1, 3, 1, {})))
print(s(table.move({ 1, 2, 3 }, 1, 3, 5, { 9 }), 1, 7))
print(s(table.move({ 1, 2, 3 }, 2, 10, 1), 1, 3))
print(s(table.move({}, 1, 3, 1, { 7, 8, 9, 10 }), 1, 4))
local t = { 1, 2 }
print(table.move(t, 1, 2, 1) == t, table.move({}, 1, 1, 1, t) == t)
print(s(table.move({ 1, 2, 3, 4, 5 }, 1, 4, 2)))
print(s(table.move({ 1, 2, 3, 4, 5 }, 2, 5, 1)))
print(s(table.move({ 1, 2, 3 }, -1, 1, 5), 1, 7))
print(s(table.move({ 1, 2, 3 }, 1, 3, -2), -2, 3))
print(s(table.move({ 10, 20, 30 }, 1, 3, 0), 0, 3))
-- overlapping ranges in both directions
for d = -3, 3 do local a = { 1, 2, 3, 4, 5, 6, 7, 8, 9 } print(d, s(table.move(a, 4, 6, 4 + d), 1, 9)) end
-- extreme positions
local big = table.move({ [math.maxinteger - 1] = "a", [math.maxinteger] = "b" }, math.maxinteger - 1, math.maxinteger, 1)
print(big[1], big[2])
big = table.move({ "a", "b" }, 1, 2, math.maxinteger - 1)
print(big[math.maxinteger - 1], big[math.maxinteger])
big = table.move({ [math.mininteger] = "m" }, math.mininteger, math.mininteger, 1)
print(big[1])
big = table.move({ "z" }, 1, 1, math.mininteger)
print(big[math.mininteger])
print(pcall(table.move, {}, 1, math.maxinteger, 2))
print(pcall(table.move, {}, math.mininteger, -1, 1))
print(pcall(table.move, {}, 0, math.maxinteger, 1))
print(pcall(table.move, {}, -1, math.maxinteger, 1))
print(pcall(table.move, {}, math.mininteger, math.maxinteger, 1))
print(pcall(table.move, {}, 1, 2, math.maxinteger))
print(#table.move({}, math.maxinteger, math.mininteger, 1), #table.move({}, 1, math.mininteger, math.maxinteger))
print(pcall(table.move))
print(pcall(table.move, {}, 1))
print(pcall(table.move, {}, 1, 2))
print(pcall(table.move, {}, 1, 2, "x"))
print(pcall(table.move, {}, 1, 2, 3, 4))
print(pcall(table.move, 5, 1, 2, 3))
print(pcall(table.move, {}, 1.5, 2, 3))
print((pcall(table.move, {}, "1", "2", "3")))
-- metamethods and their order
local log = {}
local src = setmetatable({}, { __index = function(_, k) log[#log + 1] = "r" .. k return k * 10 end })
local dst = setmetatable({}, { __newindex = function(_, k, v) log[#log + 1] = "w" .. k .. "=" .. v end })
table.move(src, 1, 3, 5, dst)
print(table.concat(log, " "))
log = {}
local both = setmetatable({}, { __index = function(_, k) log[#log + 1] = "r" .. k return k end, __newindex = function(_, k, v)
  log[#log + 1] = "w" .. k
end })
table.move(both, 1, 3, 2)
print(table.concat(log, " "))
log = {}
table.move(both, 2, 4, 1)
print(table.concat(log, " "))
log = {}
table.move(both, 1, 3, 10)
print(table.concat(log, " "))
print(pcall(table.move, setmetatable({}, { __index = function(_, k) error("at " .. k, 0) end }), 1, 3, 2))
local cnt = 0
print(pcall(table.move, setmetatable({}, { __index = function(_, k)
  cnt = cnt + 1
  if cnt > 5 then error("stop", 0) end
end }), 1, math.maxinteger - 1, 2), cnt)
