-- Functions that call themselves, put into themselves: as the same closure, as another of the same function, and as
-- what takes its place in the middle; deep, with errors, and with a look at the stack.
local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
print(fib(20), fib(21))

local function ack(m, n)
  if m == 0 then return n + 1 end
  if n == 0 then return ack(m - 1, 1) end
  return ack(m - 1, ack(m, n - 1))
end
print(ack(2, 60))

-- closures of one function that call each other
local function make(name, other)
  local self
  self = function(n)
    if n == 0 then return name end
    if n % 3 == 0 and other then return other(n - 1) .. name end
    return self(n - 1) .. name
  end
  return self
end
local a = make("a")
local b = make("b", a)
local c = make("c", b)
for _ = 1, 30 do c(20) b(10) a(5) end
print(a(5), b(10), c(20))

-- another function comes in its place while it runs
local count = 0
local step
function step(n)
  count = count + 1
  if n == 0 then return 0 end
  if count == 3000 then
    step = function(k) return k * 1000 end
  end
  return step(n - 1) + 1
end
local original = step
for _ = 1, 60 do original(60) end
print(count, step(7), original(3))

-- errors at some depth: line and levels
local function dive(n, at)
  if n == at then error("at " .. n) end
  if n == 0 then return 0 end
  return 1 + dive(n - 1, at)
end
for _ = 1, 60 do dive(40, -1) end
for at = 0, 40, 10 do print(pcall(dive, 40, at)) end
local function inspect(n)
  if n == 0 then
    local depth = 0
    while debug.getinfo(depth + 2, "f") and debug.getinfo(depth + 2, "f").func == debug.getinfo(1, "f").func do depth = depth + 1 end
    return depth
  end
  return (inspect(n - 1))
end
for _ = 1, 40 do inspect(30) end
print(inspect(0), inspect(1), inspect(30))

-- as deep as it goes, and on afterwards
local function deep(n) return n == 0 and 0 or 1 + deep(n - 1) end
for _ = 1, 100 do deep(50) end
print(deep(100000))
local function endless(n) return 1 + endless(n + 1) end
local ok, message = pcall(endless, 0)
print(ok, (message:gsub("^.-:%d+: ", ""):gsub("%(.*", "")))
print(fib(15), deep(1000))

-- kinds of arguments and results that change
local function sum(n) if n <= 0 then return n end return n + sum(n - 1) end
print(sum(100), sum(100.5), sum(50), pcall(sum, "x"))
local function pick(t, n) if n == 0 then return t end return pick(t[1] or t, n - 1) end
local nested = { { { { "leaf" } } } }
for _ = 1, 200 do pick(nested, 3) end
print(type(pick(nested, 3)), pick(nested, 4), pcall(pick, nested, 6))

-- two that call each other, and one that yields in the middle
local isOdd
local function isEven(n) if n == 0 then return true end return isOdd(n - 1) end
function isOdd(n) if n == 0 then return false end return isEven(n - 1) end
for _ = 1, 50 do isEven(40) end
print(isEven(1001), isOdd(1001))
local function walk(t, yield)
  if t == nil then return 0 end
  local n = walk(t.left, yield)
  yield(t.value)
  return n + 1 + walk(t.right, yield)
end
local function tree(low, high)
  if low > high then return nil end
  local middle = (low + high) // 2
  return { value = middle, left = tree(low, middle - 1), right = tree(middle + 1, high) }
end
local root = tree(1, 200)
local total = 0
for _ = 1, 20 do walk(root, function(v) total = total + v end) end
local co = coroutine.wrap(function() return -walk(root, coroutine.yield) end)
local last = 0
repeat local v = co() last = v > 0 and v or last total = total + v until v < 0
print(total, last)
