-- expect: fuel
-- fuel: 10000000
print(pcall(string.match, ("a"):rep(100), ("a*"):rep(25) .. "b"))
