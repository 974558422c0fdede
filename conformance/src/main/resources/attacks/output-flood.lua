-- expect: fuel
-- fuel: 3000000
-- what is printed is charged to the one who prints
local line = ("x"):rep(10000)
while true do print(line) end
