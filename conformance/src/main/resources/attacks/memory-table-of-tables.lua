-- expect: output
-- prints: false	not enough memory
-- prints: usable 5000
-- memory: 16MiB
-- fuel: 500000000
local ok, e = pcall(function()
  local list
  while true do list = { list } end
end)
print(ok, e)
collectgarbage()
local t = {}
for i = 1, 5000 do t[i] = { i } end
print("usable " .. #t)
