-- expect: fuel
-- fuel: 10000000
-- one insertion that would move 2^40 elements
print(pcall(table.insert, setmetatable({}, { __len = function() return 1 << 40 end }), 1, "x"))
