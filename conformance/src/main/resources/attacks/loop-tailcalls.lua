-- expect: fuel
-- fuel: 10000000
local function f(n) return f(n) end
f(1)
