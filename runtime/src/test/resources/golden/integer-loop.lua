local function sum(n)
  local total = 0
  for i = 1, n do total = total + i end
  return total
end
local function work(n)
  pause()
  return (sum(n))
end
work(20)
