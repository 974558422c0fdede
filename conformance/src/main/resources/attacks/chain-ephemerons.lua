-- expect: output
-- prints: 2000
-- memory: 64MiB
-- fuel: 2000000000
-- a chain of ephemerons in the order that is worst for one pass
local weak = setmetatable({}, { __mode = "k" })
local keys = {}
for i = 1, 2000 do keys[i] = {} end
for i = 2000, 2, -1 do weak[keys[i - 1]] = keys[i] end
local head = keys[1]
keys = nil
for _ = 1, 3 do collectgarbage() end
local n, k = 0, head
while k do n, k = n + 1, weak[k] end
print(n)
