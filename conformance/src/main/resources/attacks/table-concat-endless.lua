-- expect: output
-- prints: false	not enough memory
-- memory: 16MiB
-- fuel: 2000000000
print(pcall(table.concat, setmetatable({}, { __len = function() return math.maxinteger end, __index = function() return "x" end })))
