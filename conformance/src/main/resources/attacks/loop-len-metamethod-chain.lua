-- expect: fuel
-- fuel: 10000000
local t = setmetatable({}, { __len = function() return 1 << 50 end, __index = function(_, i) return "x" end })
table.concat(t, "", 1 << 40, (1 << 40) - 1)
for i = 1, #t do local _ = t[i] end
