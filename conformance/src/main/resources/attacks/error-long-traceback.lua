-- expect: output
-- prints: 23
-- memory: 64MiB
-- fuel: 500000000
local function f(n) if n == 0 then return debug.traceback("x") end local s = f(n - 1) return s end
print((select(2, f(10000):gsub("\n", ""))))
