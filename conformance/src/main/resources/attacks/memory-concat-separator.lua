-- expect: output
-- prints: false	not enough memory
-- memory: 16MiB
local t = {}
for i = 1, 1000 do t[i] = "" end
print(pcall(table.concat, t, ("s"):rep(1000000)))
