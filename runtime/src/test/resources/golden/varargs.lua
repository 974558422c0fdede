local function count(...)
  local first = ...
  return select("#", ...), first
end
local function work(n)
  pause()
  local a, b = count(n, 2)
  return a
end
work(1)
