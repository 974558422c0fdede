-- expect: output
-- prints: false	not enough memory
-- memory: 16MiB
-- fuel: 500000000
print(pcall(string.gsub, ("x"):rep(1000000), ".+", ("%0"):rep(1000)))
