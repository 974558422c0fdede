-- expect: fuel
-- fuel: 50000000
local function f(n) return f(n) end
f(1)
