-- expect: output
-- prints: bounded
-- prints: usable
-- memory: 16MiB
-- fuel: 500000000
-- with the collector stopped, garbage reaches the quota: an emergency collection or an error, no more
collectgarbage("stop")
local ok, e = pcall(function() for i = 1, 1000000 do local g = { i } end end)
print((ok or e == "not enough memory") and "bounded")
collectgarbage("restart")
collectgarbage()
print("usable")
