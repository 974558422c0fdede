-- expect: fuel
-- fuel: 50000000
-- the host asks the error object for its text
error(setmetatable({}, { __tostring = function() while true do end end }))
