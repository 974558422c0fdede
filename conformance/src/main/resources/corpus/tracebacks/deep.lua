local function rec(n) if n == 0 then local s = debug.traceback("deep") return s end local s = rec(n - 1) return s end
local function run(n)
  local _, s = coroutine.resume(coroutine.create(function() local s = rec(n) return s end))
  return s
end
for _, n in ipairs { 1, 5, 17, 18, 19, 20, 21, 22, 30, 100, 1000 } do
  local s = run(n)
  local lines = select(2, s:gsub("\n", ""))
  print(n, lines, s:match("%.%.%.[^\n]*"))
end
print(run(25))
-- tail calls are marked
local function t1() local s = debug.traceback("t1") return s end
local function t2() return t1() end
local function t3() local s = t2() return s end
print(select(2, coroutine.resume(coroutine.create(function() local s = t3() return s end))))
local function loop(n) if n == 0 then local s = debug.traceback("loop") return s end return loop(n - 1) end
print(select(2, coroutine.resume(coroutine.create(function() local s = loop(100) return s end))))
-- of another coroutine: suspended, dead by error, finished, not started; levels
local co = coroutine.create(function(x) local function inner(y) coroutine.yield(y) error("late") end inner(x) end)
print(debug.traceback(co))
coroutine.resume(co, 1)
print(debug.traceback(co))
print(debug.traceback(co, "m"))
print(debug.traceback(co, "m", 0))
print(debug.traceback(co, "m", 1))
print(debug.traceback(co, "m", 2))
print(debug.traceback(co, "m", 9))
print(coroutine.resume(co))
print(debug.traceback(co))
co = coroutine.create(function() end)
coroutine.resume(co)
print(debug.traceback(co))
-- the error handler sees the stack of the error
local function a() local x = {} return x.y.z end
local function b() local r = a() return r end
print((select(2, coroutine.resume(coroutine.create(function()
  return select(2, xpcall(b, debug.traceback))
end))):gsub("%[C%]: in %?", "C")))
print((select(2, coroutine.resume(coroutine.create(function()
  return select(2, xpcall(b, function(m) return debug.traceback("H:" .. m, 2) end))
end)))))
-- the main chunk
local s = debug.traceback("main")
print((s:gsub("\n%s*%[C%]: in %?$", "")))
local function frommain() local s = debug.traceback("from main") return s end
print((frommain():gsub("\n%s*%[C%]: in %?$", "")))
-- getinfo
local function info()
  local i = debug.getinfo(1, "nSlt")
  return i.name, i.namewhat, i.short_src, i.source, i.what, i.currentline, i.linedefined, i.lastlinedefined, i.istailcall
end
print(info())
print((function()
  local i = debug.getinfo(1, "nSlut")
  return i.name, i.what, i.nups >= 0, i.nparams, i.isvararg
end)())
local i = debug.getinfo(print)
print(i.what, i.short_src, i.source, i.currentline, i.linedefined, i.nparams, i.isvararg)
i = debug.getinfo(run, "Su")
print(i.what, i.short_src, i.linedefined, i.nparams, i.isvararg, i.nups)
i = debug.getinfo(1)
print(i.what, i.name, i.short_src, i.currentline)
print(debug.getinfo(100), debug.getinfo(function(a, b, ...) end, "u").nparams, debug.getinfo(function(a, b, ...) end, "u").isvararg)
print(debug.getinfo(1, "f").func ~= nil, debug.getinfo(run, "f").func == run)
local lines = {}
for l in pairs(debug.getinfo(rec, "L").activelines) do lines[#lines + 1] = l end
print(#lines > 0)
co = coroutine.create(function() local here = 1 coroutine.yield() end)
coroutine.resume(co)
print(debug.getinfo(co, 1, "l").currentline, debug.getinfo(co, 0, "S").what, debug.getinfo(co, 5))
