-- expect: output
-- prints: false
-- memory: 16MiB
-- fuel: 2000000000
-- a reader that never ends, with text that only grows
local ok, f = pcall(load, function() return "x = 1 " end)
print(ok and f and true or false)
