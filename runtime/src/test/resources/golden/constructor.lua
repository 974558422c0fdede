local function point(x, y)
  return {x = x, y = y}
end
local function work(n)
  pause()
  local p = point(n, 2)
  return p.x
end
work(1)
