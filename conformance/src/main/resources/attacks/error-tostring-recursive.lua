-- expect: error
-- memory: 64MiB
-- fuel: 500000000
error(setmetatable({}, { __tostring = function(e) return tostring(e) end }))
