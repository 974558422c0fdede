-- expect: fuel
-- fuel: 100000000
local keep = {}
for i = 1, 20000 do keep[i] = { i } end
while true do collectgarbage("step", 1 << 30) end
