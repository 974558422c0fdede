-- expect: fuel
-- fuel: 50000000
print(pcall(string.find, ("b"):rep(100000), "[" .. ("a"):rep(100000) .. "]"))
