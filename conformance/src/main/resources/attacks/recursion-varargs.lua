-- expect: fuel
-- memory: 64MiB
-- fuel: 50000000
-- each call passes one more argument: what is copied is charged
local function f(...) return f(1, ...) end
print("caught", pcall(f))
