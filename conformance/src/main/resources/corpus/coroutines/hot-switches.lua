-- compiled code that resumes and yields, and goes on behind that
local yield, resume, wrap, create = coroutine.yield, coroutine.resume, coroutine.wrap, coroutine.create

-- yields in nested loops and conditionals, of several values and none
local function producer(n)
  for i = 1, n do
    local a, b = i * 2, i % 7
    if b == 3 then
      local more = yield(a, b, "three")
      if more == "skip" then goto continue end
      b = b + (more or 0)
    elseif b ~= 5 then
      yield()
    end
    for k = 1, i % 3 do
      a = a + k
      if k == 2 then yield(a, k) end
    end
    ::continue::
    if a % 11 == 0 then yield(a) end
  end
  return "end", n
end
local function consumer(n)
  local p, sum, none, texts, send = create(producer), 0, 0, 0, n
  while true do
    local ok, a, b, t = resume(p, send)
    assert(ok)
    if a == "end" then return sum, none, texts, b end
    if not a then none = none + 1 else sum = sum + a * (b or 1) end
    send = nil
    if t then
      texts = texts + 1
      send = texts % 3 == 0 and "skip" or texts % 3 == 1 and 5 or nil
    end
  end
end
print(consumer(4000))
print(consumer(4000))

-- what a yield gives is of another kind now and then
local function accumulator()
  local total, count = 0, 0
  while true do
    local x = yield(total, count)
    if type(x) == "string" then
      count = count + #x
    elseif x then
      total = total + x
    end
  end
end
do
  local acc = wrap(accumulator)
  acc()
  local t, c
  for i = 1, 3000 do
    t, c = acc(i % 50 == 0 and "text" or i % 90 == 1 and i + 0.5 or i % 33 ~= 0 and i or nil)
  end
  print(t, c)
end

-- a chain of generators, one that ends early, and iterators with state
local function count(n) return wrap(function() for i = 1, n do yield(i) end end) end
local function map(g, f) return wrap(function() for x in g do yield(f(x)) end end) end
local function filter(g, f)
  return wrap(function()
    for x in g do
      if f(x) then yield(x, x * 2) end
    end
  end)
end
local sum, double = 0, 0
for x, y in filter(map(map(count(3000), function(x) return x * 3 end), function(x) return x - 1 end),
    function(x) return x % 2 == 0 end) do
  sum, double = sum + x, double + y
end
print(sum, double)
for x in count(3000) do
  if x > 2500 then break end
  sum = sum + x
end
print(sum)

-- recursion that yields from its depth
local function build(d) return d > 0 and { l = build(d - 1), v = d, r = build(d - 1) } or nil end
local function walk(t, depth)
  if not t then return 0 end
  local left = walk(t.l, depth + 1)
  yield(t.v, depth)
  return left + 1 + walk(t.r, depth + 1)
end
local tree = build(9)
for round = 1, 6 do
  local s, d, nodes = 0, 0, nil
  local co = create(function() return "nodes", walk(tree, 0) end)
  while true do
    local _, v, depth = resume(co)
    if v == "nodes" then nodes = depth break end
    s, d = s + v, d + depth
  end
  print(round, s, d, nodes)
end
local function inorder(t)
  return wrap(function()
    if t then
      for v in inorder(t.l) do yield(v) end
      yield(t.v)
      for v in inorder(t.r) do yield(v) end
    end
  end)
end
for _ = 1, 4 do
  local s = 0
  for v in inorder(tree) do s = s * 3 % 1000003 + v end
  print(s)
end

-- across pcall, with errors behind yields, caught inside and outside
local function careful(n)
  local failures = 0
  for i = 1, n do
    local ok, e = pcall(function(k)
      yield(k)
      if k % 10 == 0 then error("ten") end
      if k % 10 == 5 then error({ k }) end
      yield(-k)
      return k
    end, i)
    if not ok then failures = failures + (type(e) == "table" and e[1] or #e) end
  end
  return "failures", failures
end
do
  local g, s = wrap(careful), 0
  local v, f = g(1000)
  while v ~= "failures" do
    s = s + v
    v, f = g()
  end
  print(s, f)
end
local messages = {}
for i = 1, 600 do
  local co = create(function(n)
    for k = 1, n do
      yield(k)
      if k == 20 then
        local t = nil
        return t.field
      end
    end
  end)
  local ok, v
  repeat
    ok, v = resume(co, 18 + i % 5)
  until not v or not ok
  if not ok then
    messages[v] = (messages[v] or 0) + 1
    if i == 597 then print(debug.traceback(co)) end
  end
end
for m, n in pairs(messages) do print(n, m) end
local function fails(i)
  local g = wrap(function() for k = 1, 30 do yield(k) end error("wrapped " .. i % 2) end)
  local s = 0
  for v in g do s = s + v end
  return s
end
local outside = {}
for i = 1, 300 do
  local _, e = pcall(fails, i)
  outside[e] = (outside[e] or 0) + 1
end
local names = {}
for m in pairs(outside) do names[#names + 1] = m end
table.sort(names)
for _, m in ipairs(names) do print(outside[m], m) end

-- where a coroutine stands while others run
local function where()
  local co
  co = create(function()
    for i = 1, 40 do
      yield(i)
    end
  end)
  local last
  for i = 1, 40 do
    resume(co)
    last = debug.traceback(co, "at " .. i)
  end
  return last
end
local text
for _ = 1, 100 do text = where() end
print(text)

-- closing with variables pending, in the middle of a loop
local log = {}
local function closing(n)
  for i = 1, n do
    local guard <close> = setmetatable({}, { __close = function(_, e) log[#log + 1] = e and "error" or i end })
    yield(i)
    if i == 12 then error("twelve") end
  end
end
local closed, refused = 0, 0
for i = 1, 400 do
  local co = create(closing)
  for _ = 1, i % 16 do resume(co, 20) end
  local ok = coroutine.close(co)
  if ok then closed = closed + 1 else refused = refused + 1 end
end
print(closed, refused, #log, coroutine.isyieldable())

-- deep nesting: the limit of nested resumes, and native stacks
local function nest(depth)
  return wrap(function()
    if depth == 0 then
      for i = 1, 50 do yield(i) end
    else
      for v in nest(depth - 1) do yield(v + 1) end
    end
  end)
end
for _, depth in ipairs { 10, 60, 90, 60 } do
  local s = 0
  for v in nest(depth) do s = s + v end
  print(depth, s)
end
local deepest, overflow = pcall(function() for v in nest(220) do end end)
print(deepest, overflow:match("[%a ]+$"))

-- garbage in between, and coroutines that are dropped in the middle
local kept, total = {}, 0
for i = 1, 3000 do
  local g = wrap(function(a)
    local t = { a }
    for k = 1, 4 do
      t[#t + 1] = yield({ k, tostring(k) .. a }) .. "."
    end
    return table.concat(t)
  end)
  local made = g(i % 10)
  for _ = 1, i % 5 do made = g(made[2] or "x") end
  total = total + #(type(made) == "string" and made or made[2])
  kept[i % 20] = g
  if i % 1000 == 0 then collectgarbage() end
end
print(total)

-- yields by metamethods and iterators, and resumes by what sorts
local proxy = setmetatable({}, { __index = function(_, k) return yield(k) end, __add = function(_, b) return yield(b) end })
local byMeta = wrap(function()
  local s = 0
  for i = 1, 2000 do
    s = s + proxy[i] + (proxy + i)
    if proxy[i] > i then s = s + 1 end
  end
  return s, "done"
end)
local v, done = byMeta()
local steps = 0
while not done do
  steps = steps + 1
  v, done = byMeta(v + steps % 3)
end
print(v, steps)
local order = wrap(function()
  local a, b = 0, 0
  while true do a, b = yield(a < b) end
end)
order()
local sortedSum = 0
for i = 1, 60 do
  local t = {}
  for k = 1, 30 do t[k] = k * 7919 * i % 101 end
  table.sort(t, function(a, b) return order(a, b) end)
  for k = 2, 30 do assert(t[k - 1] <= t[k]) end
  sortedSum = sortedSum + t[15]
end
print(sortedSum)

-- resuming oneself, the dead, and those that wait for oneself, in hot loops
local refusals = {}
local function count1(m) refusals[m] = (refusals[m] or 0) + 1 end
for i = 1, 500 do
  local co
  co = create(function()
    for _ = 1, 3 do
      local ok, e = resume(co)
      count1(e)
      local other = create(function() local _, m = resume(co) count1(m) end)
      resume(other)
      yield()
    end
  end)
  for _ = 1, 5 do
    local ok, e = resume(co)
    if not ok then count1(e) end
  end
end
local list = {}
for m, n in pairs(refusals) do list[#list + 1] = m .. " " .. n end
table.sort(list)
print(table.concat(list, "\n"))
print(select("#", resume(create(function() return yield(1, 2, nil) end))))

-- a generator's last call yields or resumes
local function last(n)
  if n == 0 then return yield("bottom") end
  return last(n - 1)
end
local answers = 0
for i = 1, 1000 do
  local co = create(last)
  local _, b = resume(co, i % 9)
  local _, r = resume(co, i)
  answers = answers + (b == "bottom" and r or 0)
end
print(answers)
local function take(g) return g() end
local g, taken = count(1000), 0
for _ = 1, 1000 do taken = taken + take(g) end
print(taken)
