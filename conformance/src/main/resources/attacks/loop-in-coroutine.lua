-- expect: fuel
-- fuel: 50000000
local co = coroutine.create(function() while true do end end)
print("caught", coroutine.resume(co))
