-- expect: output
-- prints: 100000
-- fuel: 500000000
print((select(2, ("a "):rep(100000):gsub("%f[%w]", ""))))
