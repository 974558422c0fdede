-- expect: output
-- prints: false
-- memory: 64MiB
-- fuel: 500000000
-- an object that is its own __call
local t = {}
setmetatable(t, { __call = t })
print((pcall(t)))
