-- expect: output
-- prints: true	nil
-- fuel: 50000000
-- a class of 100,000 characters, compared with as many: a set is looked into once per character
print(pcall(string.find, ("b"):rep(100000), "[" .. ("a"):rep(100000) .. "]"))
