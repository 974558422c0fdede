-- expect: fuel
-- fuel: 50000000
local o = setmetatable({}, { __tostring = function() while true do end end })
print("caught", pcall(tostring, o))
