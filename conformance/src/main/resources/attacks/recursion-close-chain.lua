-- expect: output
-- prints: usable
-- memory: 64MiB
-- fuel: 2000000000
-- a closing method that opens the next variable to close
local mt = {}
mt.__close = function() local x <close> = setmetatable({}, mt) end
pcall(function() local x <close> = setmetatable({}, mt) end)
print("usable")
