-- expect: fuel
-- fuel: 50000000
-- no memory is needed, but no end comes
print(pcall(table.concat, setmetatable({}, { __len = function() return 1 << 40 end, __index = function() return "" end })))
