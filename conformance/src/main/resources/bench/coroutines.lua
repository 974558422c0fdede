-- switching between coroutines: generators in a chain, ping-pong, creation
local N = tonumber((...)) or 400000

local function generator(n)
  return coroutine.wrap(function()
    for i = 1, n do coroutine.yield(i) end
  end)
end

local function mapped(g, f)
  return coroutine.wrap(function()
    for x in g do coroutine.yield(f(x)) end
  end)
end

local function pingpong(n)
  local a = coroutine.create(function(x)
    while true do x = coroutine.yield(x + 1) end
  end)
  local x = 0
  for _ = 1, n do
    local _, y = coroutine.resume(a, x)
    x = y
  end
  return x
end

local function run(n)
  local sum = 0
  for x in mapped(mapped(generator(n), function(x) return x * 2 end), function(x) return x % 1000 end) do
    sum = sum + x
  end
  sum = sum + pingpong(n * 2)
  for i = 1, n / 5 do
    for x in generator(3) do sum = sum + x end
  end
  return sum
end

print(string.format("coroutines %d", run(N)))
