local count = 0
local function tick(n)
  count = count + n
  return count
end
local function twice(n)
  return function() return tick(n) + n end
end
local function work(f)
  pause()
  return (f())
end
work(twice(3))
