x = 1 print(x, _G.x, _ENV.x, _G == _ENV, _G._G == _G)
_G.y = 2 print(y) _ENV.z = 3 print(z) y = nil print(rawget(_G, "y"))
do local _ENV = { print = print } a = 5 print(a, x, _ENV.a) end print(a)
do
  local print = print
  local _ENV = setmetatable({}, { __index = _G, __newindex = function(t, k, v) rawset(t, k, v * 2) end })
  b = 10
  print(b)
end
print(b)
local function f(_ENV) return v end print(f { v = "param" }, f { v = 42 }, f {})
local function g() local _ENV <const> = { v = "const" } return v end print(g())
-- _ENV is an ordinary upvalue: closures share it, and it may be replaced
local function mk() local _ENV = { n = 0 } return function() n = n + 1 return n end, function() return _ENV end end
local inc, env = mk() print(inc(), inc(), env().n)
local old = _ENV
do _ENV = { print = print, old = old } q = "in new" print(q, _G) _ENV = old end print(q, _G ~= nil)
-- _ENV that is not a table
print(pcall(function() local _ENV = nil; return v end))
print(pcall(function() local _ENV = 5; v = 1 end))
print(pcall(function() local _ENV = "str"; return len == string.len, v end))
print(pcall(function() local _ENV; v() end))
print(pcall(function() local _ENV = { x = {} }; x.y.z = 1 end))
print(pcall(function() local _ENV = {}; undefinedfn() end))
print(pcall(function()
  local _ENV = setmetatable({}, { __index = function(_, k) return k .. "!" end });
  return foo .. bar
end))
-- globals in functions defined before the change follow the upvalue that they captured
local function readw() return w end w = "global w" do local _ENV = { w = "other" } end print(readw())
-- load gives _ENV as the first upvalue
local chunk = load("r = 1; return _ENV") print(chunk() == _G, r) r = nil
local e = {} print(load("t = ...; return _ENV", "c", "t", e)("v") == e, e.t, t)
print(pcall(load("return print", "c", "t", {})))
print(load("return x", "c", "t", { x = "own" })())
print(pcall(load("return x.y", "=c", "t", nil)))
print(load("local _ENV = ...; return a, b")({ a = 1, b = 2 })) print(load("_ENV = ...; return a")({ a = "replaced" }))
-- strict globals
local strict = setmetatable({}, { __index = function(_, k) error("undeclared " .. k, 2) end, __newindex = function(_, k)
  error("assignment to undeclared " .. k, 2)
end })
print(pcall(load("return nope", "=s", "t", strict)))
print(pcall(load("nope = 1", "=s", "t", strict)))
print(pcall(load("local nope = 1 return nope", "=s", "t", strict)))
-- function names and fields
function gf() return "gf" end print(_G.gf(), gf == _ENV["gf"]) gf = nil print(gf)
do
  local _ENV = {}
  function made() end
  madefn = made
  _ENV.check = made == madefn
  local e = _ENV
  _ENV = old
  print(e.check, type(e.made))
end
print(_VERSION, type(_G), _G.print == print, rawequal(_G, _ENV))
setmetatable(_G, { __index = function(_, k) return "dflt " .. k end })
print(anything, _G.other)
setmetatable(_G, nil)
print(anything)
for _, s in ipairs { "local function f(_ENV) x = 1 end", "local _ENV = {}; x = 1", "_ENV.x = 1", "_ENV = 1", "for _ENV in pairs {} do end", "local _ENV <const> = {}; _ENV = 1", "function _ENV.f() end", "_ENV:f()", "goto _ENV ::_ENV::" } do
  print(s, select(2, load(s, "=e")))
end
