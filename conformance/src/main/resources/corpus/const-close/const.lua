local a <const> = 5
local b <const>, c = 1, 2
local d <const> = "str"
local e <const> = nil
local f <const> = a + 10
local g <const> = { n = 1 }
local h <const> = true
local i <const> = 2.5
print(a, b, c, d, e, f, g.n, h, i)
g.n = 2
print(g.n)
local function use() return a + f, d .. a, not h, i * 2, e end
print(use())
print((function() return function() return a, d, g.n end end)()())
print(load("local x <const> = 1; return function() return x end")()())
c = 3
print(c)
for _, s in ipairs { "local x <const> = 1; x = 2", "local x <const> = 1; x, y = 2, 3", "local x <const> = 1; local function f() x = 2 end", "local x <const> = {}; x.y = 1; x[1] = 2", "local x <const>; x = 1", "local x <const>, y <const> = 1; y = 2", "local x <close> = nil; x = 2", "local x <const> = 1; local x = 2; x = 3", "local x <const> = 1; do local x = 2; x = 3 end x = 4", "local x <const> = 1; for x = 1, 2 do x = 5 end", "local x <const> = 1; function x() end", "local x <const> = {}; function x.f() end", "local x <const> = 1; local function x() end",
  "local x <const> = 1; return function(x) x = 2 end", "local x <foo> = 1", "local x < const > = 1", "local x <const = 1", "local x <> = 1", "local x <1> = 1", "local x <const> <close> = 1", "local x <close>, y <close> = nil, nil", "local x <const>, y <close> = 1, nil", "local x <close>, y <const>, z <close> = 1", "local function f() end local f <const> = f; f = 1", "local <const> x = 1", "function f(x <const>) end", "for i <const> = 1, 2 do end", "x <const> = 1", "local x <Const> = 1", "local const <const> = 1 return const", "local close <close> = nil return close", "local x <const> = x; return x", "local up <const> = 1; local function f() local function g() up = 3 end end" } do
  local fn, m = load(s, "=c") print(fn and "ok " or "err", s, m) end
-- constants folded at compile time behave as variables do
local N <const> = 10
local t = {}
for k = 1, N do t[k] = k * N end
print(#t, t[N], t[N // 3], N .. "", -N, ~N, N == 10, N < 11)
local Z <const> = 0
print(pcall(function() return 1 // Z end))
print(pcall(function() return 1 % Z end))
print(1 / Z, -1 / Z, Z / Z ~= Z / Z)
local M <const> = math.maxinteger
print(M + 1 == math.mininteger, M * 2)
local S <const> = "key"
local o = { [S] = 1 }
print(o.key, o[S], S:upper(), #S, S .. S)
local nilc <const> = nil
print(nilc == nil, pcall(function() return nilc.x end))
print(pcall(function() return S.x.y end))
print(pcall(function() return N.x end))
print(pcall(function() return S + 1 end))
print(pcall(function() N() end))
local B <const> = false
if B then print("never") else print("else") end
print(B and 1 or 2, B or 3, not B)
local NEG <const> = -5
print(NEG, -NEG, NEG ^ 2, 2 ^ NEG)
local FL <const> = 0.0
print(FL, -FL, 1 / -FL)
