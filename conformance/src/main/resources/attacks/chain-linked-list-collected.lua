-- expect: output
-- prints: 300000
-- memory: 64MiB
-- fuel: 500000000
-- the collector must not recurse along a list, nor along closures or metatables
local list
for i = 1, 300000 do list = { list } end
collectgarbage()
local n = 0
while list do n, list = n + 1, list[1] end
collectgarbage()
print(n)
