-- expect: fuel
-- fuel: 10000000
print(pcall(string.find, ("a"):rep(40), ("a?"):rep(40) .. ("a"):rep(40) .. "b"))
