-- expect: output
-- prints: false	not enough memory
-- prints: 1000000
-- memory: 16MiB
print(pcall(string.rep, "x", 1000000000))
print(#("x"):rep(1000000))
