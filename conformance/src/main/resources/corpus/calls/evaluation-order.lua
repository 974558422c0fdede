local log = {}
local function e(n, v) log[#log + 1] = n return v end
local function flush() print(table.concat(log, " ")) log = {} end
local t = { f = function(...) log[#log + 1] = "call" return ... end }
e("t", t)[e("k", "f")](e("a", 1), e("b", 2)) flush()
e("t", t)[e("k", "x")] = e("v", 1) flush()
local x = e("a", 1) + e("b", 2) * e("c", 3) flush()
x = e("a", "x") .. e("b", "y") .. e("c", "z") flush()
x = { e("1", 1), [e("k", "k")] = e("v", 2), n = e("n", 3), e("2", 4) } flush()
x = e("a", 1) < e("b", 2), e("c", 1) > e("d", 2) flush()
x = e("a", false) and e("b", 1) or e("c", 2) flush()
x = e("a", 5) == e("b", 5) and e("c", nil) or not e("d", nil) flush()
for i = e("from", 1), e("to", 2), e("by", 1) do log[#log + 1] = "i" .. i end flush()
for k in e("next", next), e("state", { 1 }), e("init", nil) do log[#log + 1] = "k" .. k end flush()
local a, b, c = e("1", 1), e("2", 2), e("3", 3), e("4", 4) flush()
t.a, t.b = e("1", 1), e("2", 2), e("3", 3) flush()
local function r() return e("r1", 1), e("r2", 2), t.f(e("r3", 3)) end
print(select("#", r())) flush()
if e("if", false) then elseif e("elseif", true) then e("then", 1) elseif e("not reached", true) then end flush()
local n = 0 while e("while" .. n, n < 2) do n = n + 1 end flush()
repeat local done = e("body", true) until e("until", done) flush()
print(e("tail", t).f(e("x", 1), (e("y", 2)))) flush()
local o = setmetatable({}, { __index = function(_, k) log[#log + 1] = "get " .. k return 1 end, __newindex = function(_, k)
  log[#log + 1] = "set " .. k
end, __call = function(_, ...) log[#log + 1] = "called" return ... end })
o.p = o.q + o.r flush()
o[o.i], o[o.j] = o.u, o.v flush()
o(o.x, o.y)
flush()
local s = o.a + o.b * o.c - o.d flush()
s = ("%s %s"):format(e("f1", 1), e("f2", 2)) print(s) flush()
local up = 1
local function bump() up = up + 1 return up end
print(up, bump(), up, bump(), up)
print(up + bump(), bump() + up, (up) .. bump() .. up)
local tt = { up, bump(), up } print(tt[1], tt[2], tt[3])
local i = 1
local arr = { 10, 20, 30 }
local function nxt() i = i + 1 return i end
arr[i], arr[nxt()] = nxt(), i print(arr[1], arr[2], arr[3], i)
