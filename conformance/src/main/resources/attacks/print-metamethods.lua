-- expect: output
-- prints: false	false
-- prints: usable
local ok1 = pcall(print, setmetatable({}, { __tostring = function() return nil end }))
local ok2 = pcall(print, setmetatable({}, { __tostring = function() error() end }))
print(ok1, ok2)
print("usable")
