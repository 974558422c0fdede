-- expect: fuel
-- fuel: 50000000
print("caught", pcall(table.sort, { 3, 2, 1 }, function() while true do end end))
