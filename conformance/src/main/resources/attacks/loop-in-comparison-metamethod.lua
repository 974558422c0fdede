-- expect: fuel
-- fuel: 50000000
local t = setmetatable({}, { __lt = function() while true do end end })
print("caught", pcall(function() return t < t end))
