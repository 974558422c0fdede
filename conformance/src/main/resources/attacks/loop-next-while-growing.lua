-- expect: fuel
-- fuel: 10000000
local t = { 1 }
for i in ipairs(setmetatable({}, { __index = function(_, i) return i end })) do t[1] = i end
