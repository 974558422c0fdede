-- expect: output
-- prints: false	true
-- prints: usable
-- memory: 64MiB
-- fuel: 500000000
local function f() return 1 + f() end
local ok, e = pcall(f)
print(ok, (e:find("stack overflow", 1, true) or e:find("not enough memory", 1, true)) ~= nil)
print("usable")
