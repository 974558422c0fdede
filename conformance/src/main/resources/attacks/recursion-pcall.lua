-- expect: output
-- prints: usable
-- memory: 64MiB
-- fuel: 2000000000
local function f() local ok, e = pcall(f) if not ok then error(e, 0) end end
pcall(f)
print("usable")
