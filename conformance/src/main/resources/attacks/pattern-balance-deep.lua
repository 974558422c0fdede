-- expect: output
-- prints: 2000000
-- memory: 64MiB
-- fuel: 500000000
local s = ("("):rep(1000000) .. (")"):rep(1000000)
print(#s:match("%b()"))
