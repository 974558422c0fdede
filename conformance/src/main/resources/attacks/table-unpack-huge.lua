-- expect: output
-- prints: false	too many results to unpack
-- prints: false	too many results to unpack
-- prints: false	true
print(pcall(table.unpack, {}, 1, 1 << 62))
print(pcall(table.unpack, {}, math.mininteger, math.maxinteger))
local ok, e = pcall(table.unpack, {}, 1, 100000000)
print(ok, e == "too many results to unpack" or e == "not enough memory")
