-- expect: output
-- prints: usable
-- memory: 16MiB
-- fuel: 500000000
for i = 1, 10000 do setmetatable({}, { __gc = function() error({ i }) end }) end
collectgarbage()
collectgarbage()
print("usable")
