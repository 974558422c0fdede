-- expect: output
-- prints: false	not enough memory
-- prints: usable 5000
-- memory: 16MiB
local ok, e = pcall(function()
  local s = "x"
  while true do s = s .. s end
end)
print(ok, e)
local t = {}
for i = 1, 5000 do t[i] = "s" .. i end
print("usable " .. #t)
