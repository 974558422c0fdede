-- What a loop's variables held says nothing of their registers behind the loop, which something else may take.

local function behind(x)
  local sum = 0
  for _, n in coroutine.wrap(function() for i = 1, 6 do coroutine.yield(i, 1) end end) do
    sum = sum + n
  end
  return sum, nil, nil, nil, nil, (x == x and x or "-") .. ""
end

local function ofTable(t, x)
  local sum = 0
  for _, n in next, t do
    sum = sum + n
  end
  return sum, nil, nil, nil, nil, (x == x and x or "-") .. ""
end

local function ofKeys(t, x)
  local sum = 0
  for n in next, t do
    sum = sum + n
  end
  return sum, nil, nil, (x == x and x or "-") .. ""
end

for round = 1, 300 do
  local s, _, _, _, _, text = behind(round % 3 == 0 and "x" or nil)
  local s2, _, _, _, _, text2 = ofTable({1, 2, 3}, round % 3 == 0 and "x" or nil)
  local s3, _, _, text3 = ofKeys({1, 2, 3}, round % 3 == 0 and "x" or nil)
  if round % 100 < 3 then
    print(round, s, text, s2, text2, s3, text3)
  end
end
