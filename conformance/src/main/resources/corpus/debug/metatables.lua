-- debug.setmetatable: values of the basic types share one metatable a type
local mt = { __index = function(v, k) return tostring(v) .. "." .. tostring(k) end,
  __call = function(v, ...) return "called", v, ... end,
  __len = function() return 42 end,
  __concat = function(a, b) return "joined" end,
  __add = function(a, b) return "sum" end,
  __unm = function(a) return "negated" end,
  __lt = function(a, b) return true end,
  __le = function(a, b) return false end,
  __name = "NAME" }
local co = coroutine.create(print)
local function f() end
for _, v in ipairs { 10, 2.5, true, false, f, co, print } do
  local with = debug.setmetatable(v, mt)
  assert(rawequal(with, v) and getmetatable(v) == mt and debug.getmetatable(v) == mt)
  if type(v) == "number" then print((v)[1], (v).x, v("a"), #v) end
  if type(v) == "boolean" then print(v[1], v.x, v(1), #v, v .. v, v + 1, 1 + v, -v, v < v, v <= v) end
  if type(v) == "function" then assert(v.x:match("^NAME: .*%.x$") and #v == 42 and v + 1 == "sum") end
  if type(v) == "thread" then assert(v[1]:match("^NAME: ") and select("#", v(1, 2)) == 4) end
  debug.setmetatable(v, nil)
  assert(getmetatable(v) == nil)
end
-- nil
debug.setmetatable(nil, mt)
print(pcall(function() return undefined.x, undefined(7), #undefined end))
print(nil + nil, undefined .. "x", getmetatable(nil) == mt)
print(tostring(nil), select(2, pcall(string.rep, nil)))
debug.setmetatable(nil, nil)
print(pcall(function() return undefined.x end))
-- an own tostring; numbers among themselves compute as ever
debug.setmetatable(1, { __tostring = function() return "one" end, __add = error, __index = math, __eq = error })
print(1, tostring(2.5), 1 + 2, 1 == 1.0, (2):sqrt(), (7).type(7))
debug.setmetatable(1, nil)
-- strings: the library's metatable may be replaced
local strings = debug.getmetatable("")
debug.setmetatable("", { __index = function(s, i) return strings.__index.sub(s, i, i) end })
print(("abc")[2])
debug.setmetatable("", nil)
print(pcall(function() return ("abc").len end))
debug.setmetatable("", strings)
print(("abc"):len())
-- tables, however they protect themselves
local t = setmetatable({}, { __metatable = "protected" })
print(getmetatable(t), type(debug.getmetatable(t)), pcall(setmetatable, t, nil))
print(debug.setmetatable(t, nil) == t, getmetatable(t))
-- the metatable lives though nothing else holds it
debug.setmetatable(true, { __index = { answer = 42 } })
collectgarbage() collectgarbage()
print((true).answer)
debug.setmetatable(true, nil)
-- bad arguments
print(pcall(debug.setmetatable, 1))
print(pcall(debug.setmetatable, 1, 2))
print(pcall(debug.getmetatable))
