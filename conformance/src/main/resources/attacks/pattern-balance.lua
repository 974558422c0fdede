-- expect: fuel
-- fuel: 50000000
print(pcall(string.find, ("("):rep(200000), "%b()"))
