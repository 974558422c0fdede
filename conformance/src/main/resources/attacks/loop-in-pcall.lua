-- expect: fuel
-- fuel: 50000000
-- the end of the fuel cannot be caught
print("start")
local ok = pcall(function() while true do end end)
print("caught", ok)
