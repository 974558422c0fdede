-- expect: output
-- prints: false	true
-- memory: 64MiB
-- fuel: 2000000000
local function f() return coroutine.wrap(f)() end
local ok, e = pcall(f)
print(ok, (e:find("overflow", 1, true) or e:find("not enough memory", 1, true)) ~= nil)
