-- expect: output
-- prints: false	not enough memory
-- prints: usable
-- memory: 16MiB
-- fuel: 500000000
local ok, e = pcall(function()
  local f = function() end
  while true do local g = f f = function() return g end end
end)
print(ok, e)
print("usable")
