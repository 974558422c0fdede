-- expect: output
-- prints: false	true
-- prints: 1000
-- memory: 64MiB
local s = ("x"):rep(10000000)
local ok, e = pcall(string.byte, s, 1, -1)
print(ok, type(e) == "string")
print(select("#", s:byte(1, 1000)))
