-- string and number keys that are not constants: insert, look up, change, remove, traverse
local N = tonumber((...)) or 160000

local function run(n)
  local t, sum = {}, 0
  for i = 1, n do t["key" .. i] = i end
  for i = n, 1, -3 do sum = sum + t["key" .. i] % 10 end
  local keys = {}
  for i = 1, n, 7 do keys[#keys + 1] = "key" .. i end
  for _ = 1, 20 do
    for i = 1, #keys do
      local k = keys[i]
      t[k] = t[k] + 1
    end
  end
  for i = 1, n, 2 do t["key" .. i] = nil end
  for k, v in pairs(t) do sum = (sum + v + #k) % 1000003 end
  local sparse = {}
  for i = 1, n do sparse[i * 7919 % 1000003] = i end
  for i = 1, n do sum = sum + sparse[i * 7919 % 1000003] % 3 end
  local mixed = {}
  for i = 1, n do
    mixed[i + 0.5] = i
    mixed[i % 100] = (mixed[i % 100] or 0) + 1
  end
  for i = 1, n do sum = sum + mixed[i + 0.5] % 3 end
  return sum, mixed[0] or 0
end

print(string.format("hashtable %d %d", run(N)))
