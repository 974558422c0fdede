-- metamethods called by hot loops: what they do must not depend on who calls them
local V = {}
V.__index = V
local function vec(x, y) return setmetatable({ x = x, y = y }, V) end
V.__add = function(a, b) return vec(a.x + b.x, a.y + b.y) end
V.__sub = function(a, b)
  local x = a.x - b.x
  return vec(x, a.y - b.y)
end
V.__mul = function(a, k)
  if type(a) == "number" then a, k = k, a end
  return vec(a.x * k, a.y * k)
end
V.__div = function(a, k) return a.x // k end
V.__unm = function(a) return vec(-a.x, -a.y) end
V.__bnot = function(a) return a.x ~ a.y end
V.__shl = function(a, n) return a.x << n end
V.__eq = function(a, b) return a.x == b.x and a.y == b.y end
V.__lt = function(a, b) return a.x < b.x end
V.__le = function(a, b) return a.x <= b.x and 1 end
V.__call = function(self, k, more) return self.x + k, more end
V.__concat = function(a, b) return (type(a) == "table" and a.x or a) .. ":" .. (type(b) == "table" and b.y or b) end
V.__len = function(a) return a.x + a.y end

local function operate(n)
  local acc, one, sum, texts = vec(0, 0), vec(1, 2), 0, 0
  for i = 1, n do
    acc = acc + one * 2 - one
    acc = 1 * acc
    if acc < one or acc <= one then sum = sum + 1 end
    if acc == vec(i, 2 * i) then sum = sum + 1 end
    if acc ~= one then sum = sum + 1 end
    sum = sum + acc(1) + acc / 2 + ~acc + (acc << 1) + #acc
    acc(1)
    texts = texts + #(acc .. "x") + #("x" .. acc) + #(acc .. one)
    local minus = -acc
    sum = sum + minus.x
  end
  return acc.x, acc.y, sum, texts
end
print(operate(3000))

-- index and newindex
local log, reads = 0, 0
local proxy = setmetatable({ own = 1 }, {
  __index = function(_, k)
    reads = reads + 1
    if k == "none" then return end
    return k == "text" and "t" or 2
  end,
  __newindex = function(t, k, v)
    log = log + v
    if k % 100 == 0 then rawset(t, k, v) end
  end,
})
local function through(n)
  local sum = 0
  for i = 1, n do
    proxy[i] = i
    sum = sum + proxy[i] + proxy.own + proxy.field
    if proxy.none == nil and proxy.text == "t" then sum = sum + 1 end
    proxy.own = i
  end
  return sum
end
print(through(1000), log, reads)
print(through(1000), log, reads)

-- another function, none, or another kind of operand comes late
local function add(a, b) return a + b end
local function addAll(n, a, b)
  local r
  for _ = 1, n do r = add(a, b) end
  return r
end
print(addAll(500, vec(1, 1), vec(2, 2)).x)
V.__add = function(a, b) return a.y + b.y end
print(addAll(500, vec(1, 1), vec(2, 2)))
V.__add = function() end
print(addAll(500, vec(1, 1), vec(2, 2)))
V.__add = function(...) return select("#", ...) end
print(addAll(500, vec(1, 1), vec(2, 2)))
V.__add = function(a, b, c) return c, a, b end
print(addAll(500, vec(1, 1), vec(2, 2)))
V.__add = setmetatable({}, { __call = function(_, a, b) return a.x * 10 + b.x end })
print(addAll(500, vec(1, 1), vec(2, 2)))
V.__add = rawequal
print(addAll(500, vec(1, 1), vec(2, 2)))
V.__add = nil
print(pcall(addAll, 500, vec(1, 1), vec(2, 2)))
print(addAll(500, 1, 2.5), addAll(500, "3", 4))
V.__add = function(a, b) return vec(a.x + b.x, a.y + b.y) end

-- errors, tracebacks, and yields
local fails = setmetatable({}, {
  __add = function(a, b)
    local t = a
    if b == 500 then t = nil end
    return t.x
  end,
  __index = function(_, k) if k == 500 then error("no " .. k, 2) end end,
  __lt = function(_, _) error({ "lt" }) end,
  __concat = function(a, b) if b == "500" then return debug.traceback("here") end return "" end,
  __call = function(self, n)
    if n == 500 then return debug.traceback("called", 1) end
    return n
  end,
})
local function failing(how, n)
  local r
  for i = 1, n do
    if how == "add" then r = fails + i
    elseif how == "index" then r = fails[i]
    elseif how == "concat" then r = fails .. tostring(i)
    elseif how == "call" then r = fails(i)
    else r = fails < i end
  end
  return r
end
for _, how in ipairs { "add", "index", "concat", "call", "lt" } do
  print(how, xpcall(failing, function(e)
    return type(e) == "table" and e[1] or debug.traceback(e)
  end, how, 500))
end

local Y = {}
Y.__add = function(a, b) return coroutine.yield("add", b) + a.n end
Y.__lt = function(a, b) return coroutine.yield("lt", b.n) end
Y.__eq = function(a, b) return coroutine.yield("eq", b.n) end
Y.__index = function(a, k) return coroutine.yield("index", k) end
Y.__newindex = function(a, k, v) coroutine.yield("newindex", k, v) end
Y.__concat = function(a, b) return "<" .. tostring(coroutine.yield("concat")) end
Y.__unm = function(a) return coroutine.yield("unm") end
Y.__call = function(a, b) return coroutine.yield("call", b) end
local function why(mode)
  local o, p = setmetatable({ n = 1 }, Y), setmetatable({ n = 2 }, Y)
  local sum, text = 0, ""
  for i = 1, 300 do
    sum = sum + (o + i)
    if o < p then sum = sum + 1 end
    if o == p then sum = sum + 1000 end
    sum = sum + o.field + -o + o(i)
    o[i] = i
    text = text .. (o .. "x") .. ">"
  end
  return sum, #text, text:sub(-8)
end
local thread = coroutine.wrap(why)
local events, what, last = {}, thread(), nil
local answers = { add = 1, lt = true, eq = false, index = 2, newindex = 0, concat = 7, unm = 3, call = 4 }
while type(what) == "string" do
  events[what] = (events[what] or 0) + 1
  local now = table.pack(thread(answers[what]))
  what = now[1]
  last = now
end
print(last[1], last[2], last[3], events.add, events.lt, events.eq, events.newindex, events.concat, events.call)

-- a metamethod that goes on where its caller's code has been left, and ends with another function
local T = {}
local function finish(x) return tostring(x) .. "!" end
local function last(x) return finish(x) end
T.__mod = function(_, b)
  if b % 3 == 0 then coroutine.yield(b) end
  return finish(b)
end
T.__idiv = function(_, b)
  if b % 5 == 0 then coroutine.yield(b) end
  return last(b)
end
T.__le = function(_, b)
  if b.n % 7 == 0 then coroutine.yield(b.n) end
  return finish(b.n)
end
T.__index = function(_, k) if k % 11 == 0 then coroutine.yield(k) end return last(k) end
T.__newindex = function(t, k, v) if k % 13 == 0 then coroutine.yield(k) end return rawset(t, "n", k) end
T.__concat = function(_, b) if #b == 2 then coroutine.yield(b) end return finish(tonumber(b)) end
T.__call = function(_, b) if b % 17 == 0 then coroutine.yield(b) end return last(b) end
for i = 1, 2000 do last(i) end
local function ends(n)
  local o, size = setmetatable({ n = 1 }, T), 0
  for i = 1, n do
    local a, b, c = o % i, o // i, o[i]
    o[i] = a
    assert(a == i .. "!" and b == a and c == a and o.n == i, i)
    assert(o <= o and o .. ("" .. i) == a and o(i) == a, i)
    size = size + #a
  end
  return size, "end"
end
local yields = 0
for _ = 1, 3 do
  local going = coroutine.wrap(ends)
  local size, isEnd = going(300)
  while not isEnd do
    yields = yields + 1
    size, isEnd = going()
  end
  print(size, yields)
end

-- collections, recursion and tail calls
local G = {}
G.__add = function(a, b)
  if b % 50 == 0 then collectgarbage() end
  if b % 7 == 0 then collectgarbage("step") end
  return setmetatable({ n = a.n + 1 }, G)
end
local function garbage(n)
  local o = setmetatable({ n = 0 }, G)
  for i = 1, n do o = o + i end
  return o.n
end
print(garbage(1000))

local D = {}
D.__add = function(a, n) if n == 0 then return 0 end return (a + (n - 1)) + 1 end
D.__index = function(t, k) if k == 0 then return 0 end return t[k - 1] + 1 end
D.__call = function(f, n) if n == 0 then return 0 end return f(n - 1) + 1 end
D.__sub = function(a, n) if n == 0 then return "end" end return a - (n - 1) end
D.__lt = function(a, b) if b == 0 then return true end return a < b - 1 end
local d = setmetatable({}, D)
for _ = 1, 30 do assert(d + 30 == 30 and d[30] == 30 and d(30) == 30 and d - 30 == "end" and d < 30) end
print(d + 1000, d[1000], d(1000), d - 1000, d < 1000)
local function deep(f) local ok, e = pcall(f) return ok, (tostring(e):gsub("\n.*", "")) end
print(deep(function() return d + 1e7 end))
print(deep(function() return d(1e7) end))
