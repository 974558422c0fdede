-- expect: output
-- prints: false	not enough memory
-- fuel: 500000000
-- the pieces are gathered before they are joined, so the memory ends first
print(pcall(table.concat, setmetatable({}, { __len = function() return 1 << 40 end, __index = function() return "" end })))
