local function total(list)
  local sum = 0
  for _, n in ipairs(list) do sum = sum + n end
  return sum
end
local function work(list)
  pause()
  return (total(list))
end
work({1, 2, 3})
