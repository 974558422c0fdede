-- expect: output
-- prints: false
-- memory: 64MiB
-- fuel: 2000000000
local function f() return load(f)() end
local function g() return (load("return (...)((...))"))(g) end
pcall(f)
print((pcall(function() local function h() return 1 + load("return (...)()")(h) end return h() end)))
