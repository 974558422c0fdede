-- chunks in environments of their own
local function sandbox(extra)
  local e = setmetatable(extra or {}, { __index = { print = print, tostring = tostring, pairs = pairs, error = error, pcall = pcall, string = { upper = string.upper } } })
  e._G = e
  return e
end
local function run(code, env)
  local f, m = load(code, "=box", "t", env)
  if not f then return "syntax: " .. m end
  local r = table.pack(pcall(f))
  for i = 1, r.n do r[i] = tostring(r[i]) end
  return table.concat(r, " ", 1, r.n)
end
local a, b = sandbox(), sandbox { shared = 1 }
print(run("x = 1; return x, _G.x, shared", a))
print(run("return x, shared", b))
print(x, rawget(_G, "x"), a.x, b.x)
print(run("return io, load, rawset, setmetatable", a))
print(run("print = nil; return print ~= nil", a))
print(run("string = nil; return string.upper('s')", a))
print(run("local _ENV = {}; return x", a))
print(run("return _ENV == _G", a))
print(run("function f() return y end; y = 'env a'; return f()", a))
print(run("y = 'env b'", b))
print(a.f(), pcall(b.f or a.f))
print(run("nosuch()", a))
print(run("return nosuch.x", a))
print(run("error('E')", a))
print(run("error({})", a):match("^false table"))
print(run("x = = 1", a))
print(run("return ('m'):upper(), #'abc'", a))
print(run("for k in pairs(_G) do if k == 'y' then return 'found' end end", b))
-- functions keep the environment in which they were compiled
local get, set = load("return function() return v end, function(x) v = x end", "=acc", "t", {})()
set(5)
print(get(), v)
v = "global v"
print(get())
local f1 = load("return v", "=f1")
print(f1())
v = nil
-- environments with access rules
local reads, writes = {}, {}
local spy = setmetatable({}, { __index = function(_, k) reads[#reads + 1] = k return _G[k] end, __newindex = function(t, k, val)
  writes[#writes + 1] = k
  rawset(t, k, val)
end })
load("a = math.max(1, 2) b = a + tonumber('3') a = a + b return a", "=spy", "t", spy)()
print(table.concat(reads, " "), table.concat(writes, " "), spy.a, spy.b)
local consts = setmetatable({}, { __index = { LIMIT = 10 }, __newindex = function(_, k)
  error("'" .. k .. "' is constant", 2)
end })
print(pcall(load("return LIMIT * 2", "=c", "t", consts)))
print(pcall(load("LIMIT = 5", "=c", "t", consts)))
local defaults = setmetatable({}, { __index = function(_, k) return "<" .. k .. ">" end })
print(load("return greeting .. ' ' .. name", "=d", "t", defaults)())
-- nested _ENV: with-statement, module pattern, parameters
local function with(t)
  local _ENV = setmetatable({}, { __index = t, __newindex = t })
  width = width * 2
  return width + height
end
local box = { width = 3, height = 4 }
print(with(box), box.width)
local M = (function(_ENV)
  function double(x) return x * 2 end
  function quad(x) return double(double(x)) end
  return _ENV
end)({})
print(M.quad(5), double)
local function outer(_ENV) return function() n = n + 1 return n end end
local st = { n = 10 }
local c = outer(st)
print(c(), c(), st.n)
do local _ENV <const> = { print = print, v = "const env" } print(v) end
local saved = _ENV
do local _ENV = {} saved.print(saved ~= _ENV, saved.next(_ENV)) z = 1 saved.print(_ENV.z) end
print(z)
