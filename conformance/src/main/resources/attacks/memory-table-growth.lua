-- expect: output
-- prints: false	not enough memory
-- prints: usable 5000
-- memory: 16MiB
-- fuel: 500000000
local ok, e = pcall(function()
  local t = {}
  for i = 1, math.huge do t[i] = i end
end)
print(ok, e)
collectgarbage()
local t = {}
for i = 1, 5000 do t[i] = { i } end
print("usable " .. #t)
