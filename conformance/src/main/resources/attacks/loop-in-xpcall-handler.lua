-- expect: fuel
-- fuel: 50000000
print(xpcall(error, function() while true do end end, "x"))
