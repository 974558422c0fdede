-- expect: output
-- prints: false
-- prints: usable
local result
setmetatable({}, { __gc = function() result = pcall(coroutine.yield, 1) end })
coroutine.wrap(function() collectgarbage() collectgarbage() end)()
collectgarbage()
print(result)
print("usable")
