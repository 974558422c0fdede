-- short and long strings as keys; contents decide, however they were made
local t = {}
for _, n in ipairs { 0, 1, 39, 40, 41, 42, 100, 1000 } do
  local k = ("k"):rep(n)
  t[k] = n
  assert(t[("k"):rep(n // 2) .. ("k"):rep(n - n // 2)] == n)
end
for _, n in ipairs { 0, 1, 39, 40, 41, 42, 100, 1000 } do io.write(tostring(t[("k"):rep(n)]), " ") end
print(t[("k"):rep(43)])
local cnt = 0
for k, v in pairs(t) do cnt = cnt + 1 assert(#k == v) end
print(cnt)
local a = ("long"):rep(20)
local b = ("long"):rep(10) .. ("long"):rep(10)
print(a == b, rawequal(a, b), a:sub(1, -2) == b:sub(1, -2), a < b, a <= b)
local u = { [a] = 1 }
u[b] = u[b] + 1
print(u[a], next(u) == b, next(u, b)) print(rawget(u, a:sub(1) .. ""))
u[b] = nil
print(u[a], next(u))
-- long strings that differ only in the middle
local keys = {}
for i = 1, 100 do keys[("x"):rep(500) .. i .. ("y"):rep(500)] = i end
local sum = 0
for i = 1, 100 do sum = sum + keys[("x"):rep(500) .. i .. ("y"):rep(500)] end
print(sum)
local mt = setmetatable({}, { __index = function(_, k) return #k end })
print(mt[("z"):rep(77)], mt.abc)
local env = { [("v"):rep(60)] = "long name" }
print(load("return " .. ("v"):rep(60), "=x", "t", env)())
print(#tostring(keys):gsub("table: ", "") > 0, #string.format("%p", a) > 0, string.format("%p", 1), string.format("%p", nil))
print(string.format("%p", "short") == string.format("%p", "sho" .. "rt"))
