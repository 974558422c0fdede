-- expect: output
-- prints: 5
-- prints: true
-- memory: 64MiB
-- fuel: 500000000
local name = ("n"):rep(2000000)
print(load("local " .. name .. " = 5 return " .. name)())
local f, e = load("return " .. name .. " " .. name .. " x")
print(f == nil and type(e) == "string")
