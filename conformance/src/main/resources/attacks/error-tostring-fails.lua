-- expect: error
-- the host asks for a text and gets another error
error(setmetatable({}, { __tostring = function() error("no text") end }))
