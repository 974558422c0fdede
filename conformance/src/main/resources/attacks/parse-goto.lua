-- expect: output
-- prints: true
-- memory: 64MiB
-- fuel: 1000000000
-- many labels and many gotos must not cost their product
local parts = {}
for i = 1, 20000 do parts[i] = "goto l" .. i .. " ::l" .. i .. "::" end
local f = load(table.concat(parts, "\n"))
print(f ~= nil and pcall(f))
