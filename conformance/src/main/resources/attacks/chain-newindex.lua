-- expect: output
-- prints: true
-- memory: 64MiB
-- fuel: 500000000
local t = {}
for _ = 1, 100000 do t = setmetatable({}, { __newindex = t }) end
local ok, e = pcall(function() t.x = 1 end)
print(ok or e:find("chain too long", 1, true) ~= nil)
