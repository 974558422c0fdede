-- expect: output
-- prints: 30000
-- memory: 64MiB
-- fuel: 500000000
-- keys that differ in one place only, in the middle of long strings
local t = {}
local pad = ("p"):rep(50)
for i = 1, 30000 do t[pad .. i .. pad] = i end
local n = 0
for i = 1, 30000 do if t[pad .. i .. pad] == i then n = n + 1 end end
print(n)
