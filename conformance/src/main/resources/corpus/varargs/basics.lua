local function n(...) return select("#", ...) end
print(n(), n(nil), n(nil, nil), n(1, nil, 3, nil), n(n()), n((n())), n(table.unpack({}, 1, 5)))
local function id(...) return ... end
print(id()) print(id(nil)) print(id(1, nil, 3)) print((id(1, 2, 3))) print(id(1, 2), id(3, 4)) print(id(), id(), 1)
local function first(a, ...) return a, n(...), ... end
print(first()) print(first(1)) print(first(1, 2, nil))
local function named(a, b, ...) local c, d = ... return a, b, c, d end
print(named(1)) print(named(1, 2, 3)) print(named(1, 2, 3, 4, 5))
local function tab(...) local t = { ... } return #t, t[1] end print(tab()) print(tab(5, 6, 7))
local function tab2(...) local t = { n = select("#", ...), ... } return t.n end print(tab2(nil, nil, nil))
local function mid(...) return { ..., "end" } end print(#mid(1, 2, 3), mid(1, 2, 3)[2]) print(#mid())
local function cat(...) return "<" .. table.concat({ ... }, ",") .. ">" end print(cat(), cat(1), cat(1, 2, "x"))
-- ... in a condition, an arithmetic expression, an index
local function sum(...) local s = 0 for i = 1, select("#", ...) do s = s + (select(i, ...)) end return s end
print(sum(1, 2, 3, 4), sum())
local function cond(...) if ... then return "yes" else return "no" end end
print(cond(), cond(nil, 1), cond(false), cond(0))
local function plus(...) return ... + 1, (...) * 2 end print(plus(5, 100))
local function ix(...) return ({ ... })[select("#", ...)], ({ 10, 20, 30 })[...] end print(ix(2, "last"))
-- varargs and coroutines, pcall, methods
print(pcall(id, 1, nil, 2)) print(coroutine.wrap(id)(1, nil, 2)) print(select("#", pcall(id, nil, nil)))
local o = {}
function o:m(...) return self == o, ... end
print(o:m(1, 2))
function o.s(...) return ... end
print(o:s(1) == o, select(2, o:s(1)))
-- the vararg of the main chunk
print(select("#", ...)) print(...)
print(load("return ...")(1, 2)) print(load("local a, b = ... return b, a")(1, 2)) print(n(load("return ...")()))
-- each call has its own; recursion keeps them apart
local function rev(...)
  if select("#", ...) == 0 then return end
  local function tail(a, ...) return ... end
  local r = table.pack(rev(tail(...)))
  r[r.n + 1] = (...)
  return table.unpack(r, 1, r.n + 1)
end
print(rev(1, 2, 3, 4, 5)) print(rev("x")) print(n(rev()))
-- a vararg function may be resumed after its caller's stack has moved
local function deep(k, ...) if k == 0 then return ... end return deep(k - 1, ...) end print(deep(1000, "a", nil, "c"))
local function deep2(k, ...) if k == 0 then return ... end local a, b, c = deep2(k - 1, ...) return a, b, c end
print(deep2(1000, "a", nil, "c"))
-- assigning to parameters does not change ...
local function chg(a, ...) a = 100 local x = ... x = 200 return a, ... end print(chg(1, 2, 3))
print(pcall(load, "function f() return ... end"))
print(load("function f() return ... end", "=v"))
print(load("local function f(...) return function() return ... end end", "=v"))
print(load("function f(..., a) end", "=v"))
print(load("function f(a, ..., b) end", "=v"))
print(load("function f(... ...) end", "=v"))
print(load("local x = {...} local ... = 1", "=v"))
