-- expect: fuel
-- fuel: 10000000
print(pcall(table.remove, setmetatable({}, { __len = function() return 1 << 40 end }), 1))
