-- expect: output
-- prints: true
-- prints: usable
-- memory: 64MiB
-- fuel: 500000000
local ok, e = pcall(string.match, ("a"):rep(300000), ("a?"):rep(300000))
print(ok or type(e) == "string")
print("usable")
