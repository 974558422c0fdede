-- expect: output
-- prints: false
-- memory: 64MiB
-- fuel: 2000000000
local a, b = {}, {}
setmetatable(a, { __tostring = function() return ("%s"):format(b) end })
setmetatable(b, { __tostring = function() local r = {} r[1] = tostring(a) return r[1] end })
print((pcall(print, a)))
