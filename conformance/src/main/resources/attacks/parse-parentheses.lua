-- expect: output
-- prints: nil	true
-- prints: nil	true
-- fuel: 500000000
local f, e = load("return " .. ("("):rep(100000) .. "1" .. (")"):rep(100000))
print(f, e:find("overflow", 1, true) ~= nil)
f, e = load("return " .. ("("):rep(100000))
print(f, e:find("overflow", 1, true) ~= nil)
