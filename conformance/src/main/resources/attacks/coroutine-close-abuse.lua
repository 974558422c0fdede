-- expect: output
-- prints: false	true
-- prints: false	true
-- prints: true	dead
-- prints: false	true
-- prints: usable
-- fuel: 500000000
local function msg(ok, e) return ok, ok or type(e) == "string" end
print(msg(pcall(coroutine.close, coroutine.running())))
local self
self = coroutine.create(function() return pcall(coroutine.close, self) end)
local _, ok, e = coroutine.resume(self)
print(ok, type(e) == "string")
local c = coroutine.create(function() local x <close> = setmetatable({}, { __close = function() end }) coroutine.yield() end)
coroutine.resume(c)
print(coroutine.close(c), coroutine.status(c))
-- a closing method that closes its own coroutine, and one that resumes it
local inner
local d = coroutine.create(function()
  local x <close> = setmetatable({}, { __close = function() inner = { pcall(coroutine.close, coroutine.running()) } end })
  coroutine.yield()
end)
coroutine.resume(d)
coroutine.close(d)
print(inner[1], type(inner[2]) == "string")
print("usable")
