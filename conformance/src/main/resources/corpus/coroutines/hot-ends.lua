-- bodies whose last thing is a loop: generators that are used up, again and again
local function upTo(n)
  return coroutine.wrap(function()
    for i = 1, n do coroutine.yield(i) end
  end)
end

local function pairsOf(n)
  return coroutine.wrap(function()
    for i = 1, n do coroutine.yield(i, i * i) end
    return nil
  end)
end

local function andThen(n)
  return coroutine.wrap(function()
    for i = 1, n do coroutine.yield(i) end
    return n + 1, "end"
  end)
end

local closed = 0
local function closing(n)
  return coroutine.wrap(function()
    local c <close> = setmetatable({}, { __close = function() closed = closed + 1 end })
    for i = 1, n do coroutine.yield(i) end
  end)
end

local function failing(n)
  return coroutine.create(function()
    for i = 1, n do coroutine.yield(i) end
    error("used up")
  end)
end

local s = 0
for round = 1, 120 do
  for x in upTo(round % 4) do s = s + x end
  for x, y in pairsOf(3) do s = s + x * y end
  for x in closing(2) do s = s + x end
  local g = andThen(2)
  local a, b, c, d = g(), g(), g()
  s = s + a + b + c + #d
  if round % 40 == 0 then print(s, closed, pcall(g)) end
end

local function drain(co)
  local n = 0
  while true do
    local ok, x = coroutine.resume(co)
    if not ok then return n, x, coroutine.status(co) end
    if x == nil then return n, "nil", coroutine.status(co) end
    n = n + x
  end
end
for round = 1, 60 do
  local n, x, status = drain(failing(3))
  s = s + n
  if round % 20 == 0 then print(s, n, x, status) end
end
for round = 1, 60 do
  local co = coroutine.create(function(n)
    for i = 1, n do n = coroutine.yield(i) or n end
  end)
  local ok, first = coroutine.resume(co, 2)
  s = s + first + drain(co)
  if round % 20 == 0 then print(s, coroutine.resume(co)) end
end

-- a generator in a generator: the inner one ends within the outer one's code
local function twice(n)
  return coroutine.wrap(function()
    for x in upTo(n) do
      for y in upTo(x) do coroutine.yield(x + y) end
    end
  end)
end
for round = 1, 40 do
  for z in twice(4) do s = s + z end
end
print(s)
