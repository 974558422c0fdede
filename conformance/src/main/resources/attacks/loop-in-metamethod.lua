-- expect: fuel
-- fuel: 50000000
local t = setmetatable({}, { __index = function() while true do end end })
print("caught", pcall(function() return t.x end))
