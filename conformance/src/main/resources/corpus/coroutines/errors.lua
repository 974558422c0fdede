-- stack overflow, errors in nested coroutines, levels and positions
local function has(s, what) return type(s) == "string" and s:find(what, 1, true) ~= nil end
local co = coroutine.create(function() local function r() return 1 + r() end return r() end)
local ok, e = coroutine.resume(co)
print(ok, has(e, "stack overflow"), coroutine.status(co))
local function nest(n)
  local c = coroutine.create(function()
    if n == 0 then error("bottom", 0) end
    local ok, e = coroutine.resume(nest(n - 1))
    error(e .. ">" .. n, 0)
  end)
  return c
end
print(coroutine.resume(nest(5)))
print(pcall(coroutine.wrap(function() return coroutine.wrap(function() error("twice wrapped") end)() end)))
print(pcall(coroutine.wrap(function()
  local x = coroutine.wrap(function() error({ v = 1 }) end)
  local ok, e = pcall(x)
  error(e.v, 0)
end)))
print(coroutine.resume(coroutine.create(function() error("level 1", 1) end)))
print(coroutine.resume(coroutine.create(function() error("level 2", 2) end)))
print(coroutine.resume(coroutine.create(function() local function f() error("level 2 in f", 2) end f() end)))
print(coroutine.resume(coroutine.create(function() (nil)() end)))
-- yield outside, resume of non-suspended
print(select(2, pcall(coroutine.yield)))
print(pcall(coroutine.wrap(function() return coroutine.resume(coroutine.running()) end)))
local c1
c1 = coroutine.create(function()
  local c2 = coroutine.create(function() return coroutine.resume(c1) end)
  return coroutine.resume(c2)
end)
print(coroutine.resume(c1))
local w
w = coroutine.wrap(function() w() end)
print(pcall(w))
print(pcall(w))
local d = coroutine.wrap(function() return 1 end) d() print(pcall(d)) print(pcall(d, "args"))
-- errors keep the traceback of the coroutine until it is collected
co = coroutine.create(function() local function inner() error("tb") end inner() end)
print(coroutine.resume(co))
print((debug.traceback(co):gsub("\n\t%[C%]: in %?", "")))
print(debug.traceback(co, "msg", 1))
co = coroutine.create(function() coroutine.yield() end)
print(debug.traceback(co))
coroutine.resume(co)
print(debug.traceback(co))
print(debug.traceback(co, nil))
print(debug.traceback(co, 12))
print(debug.traceback(co, {}) ~= nil, type(debug.traceback(co, {})))
coroutine.resume(co)
print(debug.traceback(co))
-- error objects pass through resume unchanged; nil too
local obj = setmetatable({}, { __tostring = function() return "OBJ" end })
ok, e = coroutine.resume(coroutine.create(function() error(obj) end))
print(ok, e == obj)
print(select("#", coroutine.resume(coroutine.create(function() error(nil) end))))
print(pcall(coroutine.wrap(function() error(nil) end)))
print(pcall(coroutine.wrap(function() error(true) end)))
print(pcall(coroutine.wrap(function() error(42) end)))
-- a coroutine that fails while it handles an error
print(coroutine.resume(coroutine.create(function()
  return xpcall(error, function(m) error("again", 0) end, "first")
end)))
print(coroutine.resume(coroutine.create(function()
  return xpcall(error, function(m) coroutine.yield("in handler") end, "first")
end)))
-- passing a dead coroutine around, collecting it
co = coroutine.create(function() end)
coroutine.resume(co)
collectgarbage()
print(coroutine.status(co), coroutine.resume(co))
print(coroutine.close(co)) print(coroutine.status(co))
local weak = setmetatable({ coroutine.create(function() coroutine.yield() end) }, { __mode = "v" })
coroutine.resume(weak[1])
collectgarbage()
print(weak[1])
-- limits: resume nests
local depth = 0
local function down() depth = depth + 1 local c = coroutine.wrap(down) return c() end
ok, e = pcall(down)
print(ok, has(e, "overflow") or has(e, "not enough memory"), depth > 100)
local t = {}
for i = 1, 50 do t[i] = coroutine.create(function() error("e" .. i, 0) end) end
local s = {}
for i = 1, 50, 10 do s[#s + 1] = select(2, coroutine.resume(t[i])) end
print(table.concat(s, " "))
coroutine.wrap(function() error("uncaught in a coroutine") end)()
