-- what compiled code calls by way of library functions: pcall, sort, gsub, resume, and what they lead to
local function fails(i)
  if i % 5 == 0 then error("five") end
  if i % 5 == 1 then error({ i }) end
  if i % 5 == 2 then return i, "two" end
  return i
end
local function protected(n)
  local good, text, tables, twos = 0, 0, 0, 0
  for i = 1, n do
    local ok, v, w = pcall(fails, i)
    if ok then good = good + v elseif type(v) == "table" then tables = tables + v[1] else text = text + #v end
    if w == "two" then twos = twos + 1 end
  end
  return good, text, tables, twos
end
print(protected(3000))

local function nested(i, depth)
  if depth == 0 then return fails(i) end
  local ok, v = pcall(nested, i, depth - 1)
  if not ok then error(v, 0) end
  return v + depth
end
local good, bad = 0, 0
for i = 1, 1500 do
  local ok, v = pcall(nested, i, 4)
  if ok then good = good + v else bad = bad + 1 end
end
print(good, bad)

local handled = 0
local function handler(e) handled = handled + 1 return type(e) end
local kinds = {}
for i = 1, 1500 do
  local ok, v = xpcall(fails, handler, i)
  if not ok then kinds[v] = (kinds[v] or 0) + 1 end
end
print(handled, kinds.string, kinds.table)

-- sorting inside a hot loop, with comparison functions that fail now and then
local sorted, failed = 0, 0
for i = 1, 200 do
  local t = {}
  for k = 1, 20 do t[k] = (k * 7919 + i * 31) % 101 end
  local ok, e = pcall(table.sort, t, function(a, b)
    if i % 10 == 0 and a == 50 then error("fifty", 0) end
    return a > b
  end)
  if ok then
    sorted = sorted + 1
    for k = 2, 20 do assert(t[k - 1] >= t[k]) end
  else
    failed = failed + 1
    assert(e == "fifty")
  end
end
print(sorted, failed)

local changed = 0
for i = 1, 500 do
  local s, n = ("a" .. i .. "bc"):gsub("%a", function(c) if c ~= "b" then return c:upper() end end)
  changed = changed + n + #s
  assert(s:sub(-2) == "bC")
end
print(changed)

-- coroutines that are resumed in hot loops, and yield from within calls, pcall and loops
local function producer(n)
  return coroutine.wrap(function()
    for i = 1, n do
      local got = coroutine.yield(i)
      if got == "stop" then return "stopped" end
    end
    return nil
  end)
end
local sum = 0
for r = 1, 50 do
  for x in producer(40) do sum = sum + x end
end
print(sum)

local function inside(x)
  local ok, v = pcall(function(y)
    local z = coroutine.yield(y * 2)
    if z % 7 == 0 then error("seven", 0) end
    return z + y
  end, x)
  return ok and v or 0
end
local co = coroutine.create(function(x)
  local total = 0
  while true do
    total = total + inside(x)
    x = coroutine.yield(total)
  end
end)
local last
for i = 1, 2000 do
  local ok, v = coroutine.resume(co, i)
  assert(ok)
  last = v
end
print(last, coroutine.status(co))

local dead = 0
for i = 1, 500 do
  local c = coroutine.create(function(a)
    local b = coroutine.yield(a + 1)
    if b % 3 == 0 then error("third") end
    return b
  end)
  local _, x = coroutine.resume(c, i)
  local ok, y = coroutine.resume(c, x)
  if not ok then dead = dead + 1 end
  assert(not coroutine.resume(c))
end
print(dead)

-- coroutines in coroutines, and an error that passes through all
local function deep(level)
  return coroutine.wrap(function(x)
    local inner = level > 0 and deep(level - 1)
    while true do
      if inner then x = inner(x) end
      if x > 990 then error("end at " .. x, 0) end
      x = coroutine.yield(x + 1)
    end
  end)
end
local chain = deep(5)
local x, ok = 0, true
local rounds = 0
while ok do
  ok, x = pcall(chain, x)
  rounds = rounds + 1
end
print(rounds, x)

-- the stack moves while compiled code waits
local function grow(n) if n == 0 then return coroutine.yield(0) or 0 end return 1 + grow(n - 1) end
local depth = 0
for i = 1, 60 do
  local c = coroutine.wrap(grow)
  c(i * 20)
  depth = depth + c(i)
end
print(depth)
