local function gen(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end end) end
local function filter(p, g)
  return coroutine.wrap(function() for x in g do if p(x) then coroutine.yield(x) end end end)
end
local function map(f, g) return coroutine.wrap(function() for x in g do coroutine.yield(f(x)) end end) end
local function take(n, g)
  return coroutine.wrap(function()
    for _ = 1, n do local x = g() if x == nil then return end coroutine.yield(x) end
  end)
end
local function list(g) local r = {} for x in g do r[#r + 1] = x end return table.concat(r, " ") end
print(list(gen(5)), "|", list(gen(0)), "|", list(filter(function(x) return x % 2 == 0 end, gen(10))), "|", list(map(function(x)
  return x * x
end, gen(4))), "|", list(take(3, gen(100))))
print(list(take(5, filter(function(x) return x % 3 == 0 end, map(function(x) return x + 1 end, gen(1000))))))
local function sieve()
  local function from(n) return coroutine.wrap(function() for i = n, math.huge do coroutine.yield(i) end end) end
  return coroutine.wrap(function()
    local g = from(2)
    while true do
      local p = g()
      coroutine.yield(p)
      local prev = g
      g = coroutine.wrap(function() for x in prev do if x % p ~= 0 then coroutine.yield(x) end end end)
    end
  end)
end
print(list(take(15, sieve())))
local function perms(a, n)
  n = n or #a
  if n <= 1 then coroutine.yield(table.concat(a)) else
    for i = 1, n do a[n], a[i] = a[i], a[n] perms(a, n - 1) a[n], a[i] = a[i], a[n] end
  end
end
print(list(coroutine.wrap(function() perms { "a", "b", "c" } end)))
local function inorder(t) if t then inorder(t[1]) coroutine.yield(t[2]) inorder(t[3]) end end
local function insert(t, v)
  if not t then return { nil, v, nil } end
  if v < t[2] then t[1] = insert(t[1], v) else t[3] = insert(t[3], v) end
  return t
end
local tree
for _, v in ipairs { 5, 2, 8, 1, 9, 3, 7 } do tree = insert(tree, v) end
print(list(coroutine.wrap(function() inorder(tree) end)))
local function same(a, b)
  local ga, gb = coroutine.wrap(function() inorder(a) end), coroutine.wrap(function() inorder(b) end)
  while true do local x, y = ga(), gb() if x ~= y then return false end if x == nil then return true end end
end
local t2
for _, v in ipairs { 1, 2, 3, 5, 7, 8, 9 } do t2 = insert(t2, v) end
print(same(tree, t2), same(tree, insert(nil, 1)))
-- producer and consumer, with values going both ways
local cons = coroutine.create(function(x)
  local total = 0
  while x do total = total + x x = coroutine.yield(total) end
  return "total", total
end)
for i = 1, 4 do io.write(select(2, coroutine.resume(cons, i)), " ") end
print(coroutine.resume(cons, nil))
print(coroutine.status(cons))
-- a round-robin scheduler
local log, tasks = {}, {}
local function spawn(name, n)
  tasks[#tasks + 1] = { name = name, co = coroutine.create(function()
    for i = 1, n do log[#log + 1] = name .. i coroutine.yield() end
    return name
  end) }
end
spawn("a", 2)
spawn("b", 4)
spawn("c", 1)
while #tasks > 0 do
  for i = #tasks, 1, -1 do
    local ok, r = coroutine.resume(tasks[i].co)
    if coroutine.status(tasks[i].co) == "dead" then log[#log + 1] = "-" .. r table.remove(tasks, i) end
  end
end
print(table.concat(log, " "))
-- recursive generators; a generator over a generator over ...
local function hanoi(n, a, b, c)
  if n > 0 then hanoi(n - 1, a, c, b) coroutine.yield(a .. b) hanoi(n - 1, c, b, a) end
end
print(list(coroutine.wrap(function() hanoi(3, "A", "B", "C") end)))
local g = gen(20)
for _ = 1, 30 do local prev = g g = map(function(x) return x + 1 end, prev) end
print(list(take(5, g)))
-- symmetric transfer through a dispatcher
local order = {}
local A, B
A = coroutine.create(function() for i = 1, 3 do order[#order + 1] = "A" .. i coroutine.yield(B) end end)
B = coroutine.create(function() for i = 1, 3 do order[#order + 1] = "B" .. i coroutine.yield(A) end end)
local cur = A
while cur do
  local ok, nxt = coroutine.resume(cur)
  cur = nxt
  if cur and coroutine.status(cur) == "dead" then cur = nil end
end
print(table.concat(order, " "))
-- exceptions through generators, cleanup, generators abandoned midway
local bad = coroutine.wrap(function() coroutine.yield(1) error("gen failed", 0) end)
print(pcall(function() local s = 0 for x in bad do s = s + x end return s end))
for i = 1, 1000 do local g2 = gen(10) g2() end
collectgarbage()
print("abandoned ok")
for a, b, c in coroutine.wrap(function() coroutine.yield(1, 2, 3) coroutine.yield(4) end) do print(a, b, c) end
