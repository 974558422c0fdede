-- expect: fuel
-- fuel: 50000000
setmetatable({}, { __gc = function() while true do end end })
print("collecting")
collectgarbage()
collectgarbage()
print("caught")
