local function integrate(n)
  local area, width = 0.0, 1 / n
  for i = 1, n do
    local x = (i - 0.5) * width
    area = area + 4 / (1 + x * x)
  end
  return area * width
end
local function work(n)
  pause()
  return (integrate(n))
end
work(20)
