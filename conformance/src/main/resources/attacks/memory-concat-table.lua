-- expect: output
-- prints: false	not enough memory
-- prints: usable
-- memory: 16MiB
-- table.concat of a few entries whose sum is beyond the quota
local piece = ("x"):rep(1000000)
local t = {}
for i = 1, 1000 do t[i] = piece end
print(pcall(table.concat, t))
print("usable")
