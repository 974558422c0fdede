-- expect: fuel
-- fuel: 10000000
-- an __index function within table functions, each of which makes more work
local t
t = setmetatable({}, { __len = function() return 1000 end, __index = function(_, i) return i > 1 and #table.concat(t, ",", 1, 1) .. "" or "x" end })
for _ = 1, 1000000 do table.concat(t) table.unpack(t) end
