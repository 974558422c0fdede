-- expect: output
-- prints: false	not enough memory
-- memory: 16MiB
-- fuel: 500000000
print(pcall(string.gsub, ("x"):rep(100000), "x", ("y"):rep(100000)))
