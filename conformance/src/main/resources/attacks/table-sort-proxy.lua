-- expect: fuel
-- fuel: 10000000
print(pcall(table.sort, setmetatable({}, { __len = function() return 100000000 end, __index = function(_, i) return -i end, __newindex = function() end })))
