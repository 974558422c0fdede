local function move(point)
  point.x = point.x + 1
  point.y = point.y * 0.5
end
local function work(point)
  pause()
  move(point)
end
work({x = 1, y = 2.0})
