-- expect: output
-- prints: false
-- prints: usable
-- memory: 64MiB
-- fuel: 2000000000
local function f() return 1 + f() end
print((xpcall(f, f)))
print("usable")
