-- expect: fuel
-- fuel: 50000000
print("caught", pcall(string.gsub, "abc", "%w", function() while true do end end))
