-- tail calls and calls as last arguments in hot code: results, errors, tracebacks, depth
local function grow(x, d)
  if d == 0 then return x + nil end
  return x * 2
end
local function choose(x, d)
  if x > 5 then return grow(x, d) end
  return grow(x + 1, d)
end
local function use(x, d)
  local y = choose(x, d)
  return y + 1
end

local sum = 0
for i = 1, 3000 do sum = sum + use(i % 10, 1) end
print(sum)
print(pcall(use, 7, 0))
print((select(2, xpcall(use, debug.traceback, 7, 0)):gsub("\t", "  ")))
for i = 1, 3000 do sum = sum + use(i % 10, 1) end
print(sum)

local function loop(n, acc)
  if n == 0 then return acc end
  return loop(n - 1, acc + n)
end
print(loop(100000, 0), loop(3, 0), loop(3.0, 0.5))

local function ack(m, n)
  if m == 0 then return n + 1 end
  if n == 0 then return ack(m - 1, 1) end
  return ack(m - 1, ack(m, n - 1))
end
print(ack(2, 150), ack(1, 40.0))

-- a callee that gives two results where one was seen
local two = false
local function pair(x) if two then return x, x end return x end
local function last(a, b, c) return (a or 0) + (b or 0) + (c or 0) end
local function nest(x) return last(x, pair(x)) end
for _ = 1, 2000 do sum = sum + nest(2) end
two = true
for _ = 1, 2000 do sum = sum + nest(2) end
print(sum)

-- results of the last call: none, one, of another kind
local mode = 0
local function any(x)
  if mode == 0 then return x end
  if mode == 1 then return x + 0.5 end
  if mode == 2 then return "s" .. x end
end
local function through(x) return any(x) end
local function again(x) return through(x) end
for m = 0, 3 do
  mode = m
  local value
  for i = 1, 500 do value = again(i) end
  print(m, value)
end

-- a yield below tail calls
local co = coroutine.wrap(function()
  local function wait(n)
    if n == 0 then coroutine.yield(1) return 5 end
    return wait(n - 1)
  end
  local total = 0
  for i = 1, 2000 do total = total + wait(i % 3) end
  return total
end)
local count = 0
repeat local v = co() count = count + 1 until v ~= 1
print(count)
