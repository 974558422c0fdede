-- expect: output
-- prints: 50
-- memory: 16MiB
-- fuel: 500000000
-- an object that marks itself again in every finalizer
local runs = 0
local mt = {}
mt.__gc = function(o) runs = runs + 1 setmetatable(o, mt) end
setmetatable({}, mt)
for _ = 1, 50 do collectgarbage() end
mt.__gc = nil
print(runs)
