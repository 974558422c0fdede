local function loop(n, sum)
  if n == 0 then return sum end
  return loop(n - 1, sum + n)
end
local function work(n)
  pause()
  local sum = loop(n, 0)
  return sum
end
work(5)
