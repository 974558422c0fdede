-- expect: fuel
-- fuel: 100000000
-- a full collection costs what it does: a loop of them ends by fuel in reasonable time
local keep = {}
for i = 1, 20000 do keep[i] = { i } end
while true do collectgarbage() end
