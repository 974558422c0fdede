-- expect: output
-- prints: 7
-- memory: 64MiB
-- fuel: 500000000
print(load(("--[[x]]"):rep(500000) .. "\n" .. (";"):rep(500000) .. "return 7")())
