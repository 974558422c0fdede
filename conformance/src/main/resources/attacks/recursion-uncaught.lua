-- expect: error overflow
-- memory: 64MiB
-- fuel: 500000000
local function f() return 1 + f() end
f()
