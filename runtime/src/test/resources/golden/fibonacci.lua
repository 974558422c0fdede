-- recursion with integers, called directly
local function fib(n)
  if n < 2 then return n end
  return fib(n - 1) + fib(n - 2)
end
local function work(n)
  pause()
  return (fib(n))
end
work(20)
