-- expect: output
-- prints: 200
-- fuel: 500000000
-- comparators without sense, that change the table, or throw
math.randomseed(3)
local ended = 0
for i = 1, 200 do
  local t = {}
  for k = 1, 50 do t[k] = k end
  local calls = 0
  pcall(table.sort, t, function(a, b)
    calls = calls + 1
    if i % 4 == 0 then t[math.random(60)] = nil end
    if i % 4 == 1 then t[#t + 1] = calls end
    if i % 4 == 2 and calls == 30 then error("stop") end
    return math.random(2) == 1
  end)
  ended = ended + 1
end
print(ended)
