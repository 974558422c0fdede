-- expect: output
-- prints: false	true
-- memory: 64MiB
-- fuel: 2000000000
local o = setmetatable({}, { __tostring = function(s) return tostring(s) end })
local ok, e = pcall(tostring, o)
print(ok, (e:find("overflow", 1, true) or e:find("not enough memory", 1, true)) ~= nil)
