-- the trace of a coroutine has no frames of the host below it
local function tb(...)
  local a = table.pack(...)
  local co = coroutine.create(function() return debug.traceback(table.unpack(a, 1, a.n)) end)
  return select(2, coroutine.resume(co))
end
print(tb())
print(tb("message"))
print(tb("message", 1))
print(tb("message", 2))
print(tb(nil))
print(tb("a\nb"))
print(tb(42))
print(tb(nil, 1))
print(tb("", 1))
print(type(tb({})))
print(tb(true))
print(tb("x", 50))
local function f1() return (debug.traceback("in f1")) end
local function f2() local s = f1() return s end
local co = coroutine.create(function() local s = f2() return s end) print(select(2, coroutine.resume(co)))
-- names: locals, upvalues, globals, fields, methods, metamethods, iterators
local function show(f, ...)
  local r = table.pack(coroutine.resume(coroutine.create(f), ...))
  print((tostring(r[2]):gsub("0x%x+", "PTR")))
end
function globalfn() local s = debug.traceback("G") return s end show(function() local s = globalfn() return s end)
local o = { field = function() local s = debug.traceback("F") return s end }
function o:method() local s = debug.traceback("M") return s end
show(function() local s = o.field() return s end)
show(function() local s = o:method() return s end)
show(function() local loc = o.field local s = loc() return s end)
local mt = setmetatable({}, { __add = function()
  local s = debug.traceback("add")
  return s
end, __index = function()
  local s = debug.traceback("index")
  return s
end, __call = function()
  local s = debug.traceback("call")
  return s
end, __len = function()
  local s = debug.traceback("len")
  return s
end, __concat = function()
  local s = debug.traceback("concat")
  return s
end })
show(function() local s = mt + 1 return s end)
show(function() local s = mt.x return s end)
show(function() local s = mt() return s end)
show(function() local s = #mt return s end)
show(function() local s = mt .. "x" return s end)
show(function() local s for v in function() s = s or debug.traceback("iter") end do end return s end)
show(function() local s pcall(function() s = debug.traceback("pcall") end) return s end)
show(function()
  local s
  table.sort({ 2, 1 }, function() s = s or debug.traceback("sort") return false end)
  return s
end)
show(function() local s ("x"):gsub("x", function() s = debug.traceback("gsub") end) return s end)
show(function() local s = (function() local t = debug.traceback("anon") return t end)() return s end)
show(function() local s = coroutine.wrap(function() local t = debug.traceback("inner") return t end)() return s end)
show(function() return globalfn() end)
show(function() local t = { function() local s = debug.traceback("ix") return s end } local s = t[1]() return s end)
show(load("local s = debug.traceback('chunk') return s", "=chunk"))
show(load("return function() local s = debug.traceback('named') return s end", "@named.lua")())
show(load("local function inner() local s = debug.traceback('text') return s end local s = inner() return s", "some source text"))
show(function() local s = require and select(2, xpcall(error, debug.traceback, "xp")) return s end)
show(function() local s = select(2, xpcall(function() local x = nil + 1 end, debug.traceback)) return s end)
show(function()
  local s = string.format("%s", setmetatable({}, { __tostring = function()
    local t = debug.traceback("ts")
    return t
  end }))
  return s
end)
