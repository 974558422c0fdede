-- expect: output
-- prints: false	true
-- prints: false	true
-- memory: 64MiB
-- fuel: 500000000
local t = {}
for i = 1, 250000 do t[i] = i end
local function f(...) return table.unpack({ ... }, 1, 900000) end
local function g(...) return g(..., f(...)) end
local ok, e = pcall(function() return g(f(table.unpack(t))) end)
print(ok, type(e) == "string")
ok, e = pcall(string.char, table.unpack({}, 1, 900000))
print(ok, type(e) == "string")
