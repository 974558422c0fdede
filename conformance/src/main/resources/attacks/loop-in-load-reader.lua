-- expect: fuel
-- fuel: 50000000
print("caught", pcall(load, function() while true do end end))
