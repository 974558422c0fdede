-- expect: output
-- prints: true
-- fuel: 500000000
-- keys taken out and put in during a traversal: any result, but an end and no crash
local ended = true
for seed = 1, 50 do
  math.randomseed(seed)
  local t = {}
  for i = 1, 100 do t["k" .. i] = i end
  local steps = 0
  pcall(function()
    for k in pairs(t) do
      steps = steps + 1
      if steps > 10000 then break end
      t["k" .. math.random(200)] = math.random(2) == 1 and 1 or nil
    end
  end)
  ended = ended and steps <= 10001
end
print(ended)
