-- expect: fuel
-- fuel: 50000000
-- to-be-closed variables do not get more fuel when the fuel has run out
local x <close> = setmetatable({}, { __close = function() while true do end end })
while true do end
