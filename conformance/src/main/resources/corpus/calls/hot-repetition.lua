-- functions that call themselves last, hot: loops, with whatever a last call is known by
local function count(n, acc)
  if n == 0 then return acc end
  return count(n - 1, acc + 1)
end

local function gcd(a, b)
  if b == 0 then return a end
  return gcd(b, a % b)
end

local function ack(m, n)
  if m == 0 then return n + 1 end
  if n == 0 then return ack(m - 1, 1) end
  return ack(m - 1, ack(m, n - 1))
end

-- parameters that trade places
local function fibonacci(n, a, b)
  if n == 0 then return a end
  return fibonacci(n - 1, b, a + b)
end

for round = 1, 3 do
  print(count(20000, 0), gcd(1134903170, 701408733), ack(2, 50), fibonacci(80, 0, 1))
end
print(count(200, 0.5), fibonacci(70, 0.0, 1))

-- where an error is raised below such a call, and in one
local function fail(n, limit)
  if n == limit then return n + nil end
  return fail(n + 1, limit)
end
local function failBelow(n, limit)
  if n == limit then return fail(0, 0) end
  return failBelow(n + 1, limit)
end
local function mixed(n)
  if n % 7 == 6 then return n + fail(0, n % 5) end
  if n == 0 then return 0 end
  return mixed(n - 1)
end
local function traced(f, ...)
  local ok, trace = xpcall(f, debug.traceback, ...)
  print(ok, (tostring(trace):gsub("\n\t%[C%].*", "")))
end
for round = 1, 3 do
  pcall(fail, 0, 300)
  traced(fail, 0, 0)
  traced(fail, 0, 50)
  traced(failBelow, 0, 50)
  traced(mixed, 5)
  traced(mixed, 300)
  traced(mixed, 403)
end

-- with a frame: it asks for tables
local function build(n, t)
  if n == 0 then return #t end
  t[#t + 1] = {n}
  return build(n - 1, t)
end
local function fill(n, t)
  t[n] = {n}
  if n == 1 then return t[1][1] + #t end
  return fill(n - 1, t)
end
for round = 1, 3 do
  print(build(3000, {}), fill(3000, {}))
end

-- variables that closures have captured are others each time
local function capture(n, list)
  if n == 0 then return #list end
  local function get() return n end
  list[#list + 1] = get
  return capture(n - 1, list)
end
for round = 1, 3 do
  local list = {}
  print(capture(500, list), list[1](), list[250](), list[500]())
end

-- the variable comes to hold another function
local step
local function other(n, sum) return sum * 2 + n end
local function first(n, sum)
  if n == 0 then return sum end
  return step(n - 1, sum + n)
end
for round = 1, 6 do
  step = first
  local a = first(1000, 0)
  step = other
  print(a, first(1000, 0))
end
local swap
function swap(n, sum)
  if n == 500 then
    swap = function(m, s) return -s - m end
  end
  if n == 0 then return sum end
  return swap(n - 1, sum + n)
end
print(swap(1000, 0))

-- a coroutine that yields from below
local function produce(n, last)
  if n > last then return "done" end
  coroutine.yield(n)
  return produce(n + 1, last)
end
local total = 0
local co = coroutine.wrap(produce)
local value = co(1, 400)
while value ~= "done" do
  total = total + value
  value = co()
end
print(total)
