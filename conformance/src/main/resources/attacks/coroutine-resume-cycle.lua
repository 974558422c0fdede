-- expect: output
-- prints: false	cannot resume non-suspended coroutine
-- prints: usable
local a, b
a = coroutine.create(function() return coroutine.resume(b) end)
b = coroutine.create(function() return coroutine.resume(a) end)
local r = { coroutine.resume(a) }
print(r[3], r[4])
print("usable")
