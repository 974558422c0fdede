-- expect: output
-- prints: false	true
-- fuel: 50000000
local a, b = {}, {}
setmetatable(a, { __index = b, __newindex = b })
setmetatable(b, { __index = a, __newindex = a })
local ok, e = pcall(function() return a.x end)
print(ok, e:find("possible loop", 1, true) ~= nil)
pcall(function() a.x = 1 end)
