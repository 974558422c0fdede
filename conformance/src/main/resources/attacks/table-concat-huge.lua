-- expect: output
-- prints: false	true
-- prints: false	true
-- prints: false	true
-- fuel: 500000000
local ok, e = pcall(table.concat, {}, "", 1, math.maxinteger)
print(ok, type(e) == "string")
ok, e = pcall(table.concat, {}, "", math.mininteger, math.maxinteger)
print(ok, type(e) == "string")
ok, e = pcall(table.concat, setmetatable({}, { __len = function() return math.maxinteger end }))
print(ok, type(e) == "string")
