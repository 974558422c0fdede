-- expect: fuel
-- fuel: 10000000
print(pcall(string.find, ("a"):rep(200), (".-"):rep(30) .. "x"))
