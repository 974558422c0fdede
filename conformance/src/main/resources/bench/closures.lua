-- creating and calling closures: counters, map, filter, compose
local N = tonumber((...)) or 6000

local function counter()
  local n = 0
  return function(by)
    n = n + by
    return n
  end
end

local function map(t, f)
  local r = {}
  for i = 1, #t do r[i] = f(t[i]) end
  return r
end

local function filter(t, p)
  local r, n = {}, 0
  for i = 1, #t do
    if p(t[i]) then
      n = n + 1
      r[n] = t[i]
    end
  end
  return r
end

local function fold(t, f, acc)
  for i = 1, #t do acc = f(acc, t[i]) end
  return acc
end

local function compose(f, g) return function(x) return f(g(x)) end end
local function adder(k) return function(x) return x + k end end

local function run(n)
  local total, c = 0, counter()
  local numbers = {}
  for i = 1, 400 do numbers[i] = i end
  for i = 1, n do
    local f = compose(adder(i), compose(adder(1), function(x) return x * 2 end))
    local even = filter(map(numbers, f), function(x) return x % 4 == 0 end)
    total = (total + fold(even, function(a, b) return a + b end, 0)) % 1000003
    c(#even)
  end
  return total, c(0)
end

print(string.format("closures %d %d", run(N)))
