local a, b = {}, {}
local set = { [a] = "a", [b] = "b" }
print(set[a], set[b], set[{}], a == b, a ~= b)
local f, g = function() end, function() end
set[f], set[g] = "f", "g"
print(set[f], set[g], set[print], f == g)
local co = coroutine.create(f)
set[co] = "co" print(set[co], set[coroutine.create(f)])
set[io.stdout] = "file" print(set[io.stdout])
set[true], set[1], set["1"], set[1.5], set["true"] = "bool", "int", "str", "float", "tstr"
print(set[true], set[1], set["1"], set[1.5], set["true"], set[1.0], set["1.0"])
-- aliasing
local p = { 1, 2, 3 }
local q = p
q[1] = "changed"
print(p[1], #q, p == q)
local function mutate(t) t.touched = true t = { other = true } return t end
local r = mutate(p)
print(p.touched, p.other, r.other)
-- cyclic structures
local cyc = { name = "cyc" }
cyc.self, cyc[1], cyc[cyc] = cyc, cyc, cyc
print(cyc.self.self[1][cyc].name)
-- copies
local function deep(t, seen)
  if type(t) ~= "table" then return t end
  seen = seen or {}
  if seen[t] then return seen[t] end
  local c = {}
  seen[t] = c
  for k, v in pairs(t) do c[deep(k, seen)] = deep(v, seen) end
  return c
end
local d = deep(cyc)
print(d ~= cyc, d.self == d, d[1] == d, d[d] == d, d[cyc], d.name)
-- a matrix and a sparse matrix
local m = {}
for i = 1, 5 do m[i] = {} for j = 1, 5 do m[i][j] = i * j end end
local tr = 0 for i = 1, 5 do tr = tr + m[i][i] end
print(tr, m[5][5], #m, #m[1])
local sp = setmetatable({}, { __index = function() return 0 end })
sp[1000000 * 7 + 3] = 5
print(sp[7000003], sp[1], rawget(sp, 1))
local queue = { first = 1, last = 0 }
for i = 1, 100 do
  queue.last = queue.last + 1
  queue[queue.last] = i
  if i % 3 == 0 then queue[queue.first] = nil queue.first = queue.first + 1 end
end
local s = 0 for i = queue.first, queue.last do s = s + queue[i] end
print(queue.first, queue.last, s)
