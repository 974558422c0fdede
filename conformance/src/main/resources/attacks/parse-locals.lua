-- expect: output
-- prints: nil	true
-- prints: nil	true
-- fuel: 500000000
-- a text of 10^6 locals; a list of 10^5
local f, e = load(("local a "):rep(1000000))
print(f, e:find("too many local variables", 1, true) ~= nil)
local names = {}
for i = 1, 100000 do names[i] = "v" .. i end
f, e = load("local " .. table.concat(names, ","))
print(f, e:find("too many local variables", 1, true) ~= nil)
