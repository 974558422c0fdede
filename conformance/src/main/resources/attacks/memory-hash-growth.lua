-- expect: output
-- prints: false	not enough memory
-- prints: usable
-- memory: 16MiB
-- fuel: 500000000
local ok, e = pcall(function()
  local t = {}
  for i = 1, math.huge do t["key" .. i] = true end
end)
print(ok, e)
print("usable")
