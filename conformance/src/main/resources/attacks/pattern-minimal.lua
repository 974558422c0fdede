-- expect: fuel
-- fuel: 10000000
print(pcall(string.find, ("a"):rep(30) .. "b", ("a-"):rep(30) .. "c"))
