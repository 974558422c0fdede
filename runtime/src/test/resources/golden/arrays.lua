local function reverse(list, n)
  for i = 1, n // 2 do
    list[i], list[n + 1 - i] = list[n + 1 - i], list[i]
  end
end
local function work(list)
  pause()
  reverse(list, 4)
end
work({1, 2, 3, 4})
