-- expect: output
-- prints: true
-- prints: usable
-- the metatable of strings belongs to this sandbox only; breaking it does not break the host
local mt = getmetatable("")
mt.__index = function() error("broken") end
mt.__add = nil
mt.__len = function() return -1 end
print(pcall(function() return ("x").y end) == false)
mt.__index = string
string.format = nil
string.rep = function() while true do end end
tostring = nil
print("usable")
