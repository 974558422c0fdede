-- expect: output
-- prints: false	too many captures
-- prints: false	true
-- prints: 32
print(pcall(string.find, ("x"):rep(1000), ("("):rep(1000) .. (")"):rep(1000)))
local ok, e = pcall(string.find, "x", ("("):rep(100000))
print(ok, type(e) == "string")
print(select("#", string.find("x", ("()"):rep(30))))
