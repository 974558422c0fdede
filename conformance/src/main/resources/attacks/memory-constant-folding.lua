-- expect: output
-- prints: bounded
-- memory: 16MiB
-- fuel: 500000000
local ok, e = pcall(function() return load("return '" .. ("x"):rep(4000000) .. "' .. '" .. ("y"):rep(4000000) .. "'") end)
print((ok or e == "not enough memory") and "bounded")
