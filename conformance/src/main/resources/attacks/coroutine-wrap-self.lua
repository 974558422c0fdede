-- expect: output
-- prints: false	true
local f
f = coroutine.wrap(function() return f() end)
local ok, e = pcall(f)
print(ok, e:find("cannot resume non-suspended coroutine", 1, true) ~= nil)
