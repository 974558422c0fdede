-- calls with one argument: naive Fibonacci numbers
local N = tonumber((...)) or 34

local function fib(n)
  if n < 2 then return n end
  return fib(n - 1) + fib(n - 2)
end

local function run(n)
  return fib(n)
end

print(string.format("fib %d", run(N)))
