local function n(...) return select("#", ...) end
local function show(...)
  local r = {}
  for i = 1, select("#", ...) do r[i] = tostring((select(i, ...))) end
  return "(" .. table.concat(r, ",") .. ")"
end
print(show(), show(nil), show(nil, nil), show(1, nil), show(nil, 1), show(nil, nil, nil, 4, nil))
local function pass(...) return ... end
local function drop(_, ...) return ... end
local function last(...) return (select(-1, ...)) end
local function init(...) local t = table.pack(...) return table.unpack(t, 1, t.n - 1) end
print(show(pass(nil, nil)), show(drop(nil, nil)), show(drop()), show(drop(nil)), show(last(1, nil)), show(init(1, nil, nil)), show(init(1)))
local function map(f, ...)
  local t = table.pack(...)
  for i = 1, t.n do t[i] = f(t[i]) end
  return table.unpack(t, 1, t.n)
end
print(show(map(function(x) return x and x * 2 end, 1, nil, 3, nil)))
print(show(map(tostring, nil, false, 0)))
local function rev(...)
  local a, n = { ... }, select("#", ...)
  local r = {}
  for i = 1, n do r[n + 1 - i] = a[i] end
  return table.unpack(r, 1, n)
end
print(show(rev(1, nil, 3, nil)), show(rev()))
local function join(...)
  local t = table.pack(...)
  for i = 1, t.n do t[i] = tostring(t[i]) end
  return table.concat(t, "-")
end
print(join(nil, nil), join(), join(1, nil, "x"))
print(n(pass()), n((pass())), n(pass(), pass()), n(pass(), nil), n(nil, pass()))
print(n(table.unpack({ n = 3 }, 1, 3)), n(table.unpack({}, 1, 0)), n(table.unpack({ nil, nil, 3 })))
local t = { pass(nil, nil, 3) }
print(t[1], t[2], t[3])
t = { pass(1, nil), 5 }
print(t[1], t[2])
t = { n = n(pass(nil, nil)), pass(nil, nil) }
print(t.n)
local a, b, c = pass(nil, 2)
print(a, b, c)
local d, e = pass(), 7
print(d, e)
local function opt(a, b) a = a == nil and "A" or a b = b or "B" return a, b end
print(opt())
print(opt(false, false))
print(opt(nil, 0))
print((function(...) local a, b = ... return a, b, ... end)(nil))
print(pcall(pass, nil, nil))
print(n(pcall(pass, nil, nil)))
print(n(coroutine.wrap(pass)(nil, nil, nil)))
print(select("#", table.unpack(table.pack(pass(nil, nil)))))
print(n(load("return ...")(nil, nil)), n(load("return nil, ...")()), n(load("return ..., nil")(1, 2, 3)))
print(#{ n = nil }, #{ pass() }, #{ pass(1, 2, 3), nil } >= 1, next { pass(nil) })
print(math.max(pass(1, 5, 3)), string.format("%s %s", pass(nil, false)), (("x"):rep(pass(3))))
print(n(string.byte("")), n(("x"):byte(5))) print(n(table.remove({})), n(next({})), n(("x"):find("y"))) print(n(("x"):match("y"))) print(n(tostring(nil)), n(print == nil), n(rawset({}, 1, nil)))
print((select("#", assert(true, nil, nil))))
local q = setmetatable({}, { __call = function(self, ...) return select("#", ...) end, __index = function()
  return nil, 1
end })
print(q(), q(nil), q(nil, nil), n(q.x))
for i, v in (function()
  local k = 0
  return function() k = k + 1 if k < 3 then return k, nil end end
end)() do io.write(i, ":", tostring(v), " ") end
print()
