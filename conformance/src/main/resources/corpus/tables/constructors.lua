local function f() return 1, 2, 3 end
local function none() end
local t = { f() } print(#t)
t = { f(), f() } print(#t)
t = { (f()) } print(#t)
t = { f(), nil } print(t[1], t[2])
t = { f(), x = 1 } print(#t, t.x)
t = { x = f(), f() } print(#t, t.x)
t = { none() } print(#t)
t = { none(), 2 } print(t[1], t[2])
t = { (none()) } print(t[1])
t = { ... } print(#t)
t = { 1, 2, 3, [2] = "x", [4] = "y" } print(t[1], t[2], t[3], t[4])
t = { [1] = "a", "b" } print(t[1])
t = { [1] = "a", [1] = "b", x = 1, x = 2, ["x"] = 3 } print(t[1], t.x)
t = { 10, 20, 30; 40, n = 4, } print(#t, t.n)
t = { [1.0] = "one", [2^53] = "big", ["1"] = "str" } print(t[1], t[2^53 | 0], t["1"])
t = { { { "deep" } } } print(t[1][1][1])
t = { f = function(self) return self.v end, v = 42 } print(t:f())
t = { ["a b"] = 1, [true] = 2, [1.5] = 3, [-1] = 4, [t] = 5 } print(t["a b"], t[true], t[1.5], t[-1])
local order = {}
local function k(x) order[#order + 1] = "k" .. x return x end
local function v(x) order[#order + 1] = "v" .. x return x end
t = { [k(1)] = v(1), v(2), [k(3)] = v(3), y = v(4) }
print(table.concat(order, " "))
print(pcall(function() return { [nil] = 1 } end))
print(pcall(function() return { [0 / 0] = 1 } end))
print(#{ nil }, #{ nil, nil }, next({ nil })) print(next { nil, nil })
-- more than one flush of list items
local parts = {}
for i = 1, 300 do parts[i] = tostring(i) end
local big = load("return {" .. table.concat(parts, ",") .. "}")()
print(#big, big[1], big[50], big[51], big[100], big[300])
big = load("return {" .. table.concat(parts, ",") .. ", ...}")(301, 302)
print(#big, big[302])
big = load("local function f(...) return {" .. ("1,"):rep(49) .. " ...} end return f(table.unpack({" .. table.concat(parts, ",") .. "}))")()
print(#big, big[50], big[349])
local mixed = {}
for i = 1, 100 do mixed[i] = (i % 2 == 0) and ("[" .. i .. "]=0") or tostring(i) end
big = load("return {" .. table.concat(mixed, ",") .. "}")()
local n = 0
for _ in pairs(big) do n = n + 1 end
print(n, big[1], big[50], big[52])
local t1 = { 1, 2 }
local t2 = { 1, 2 }
print(t1 == t2, t1 == t1, rawequal(t1, t1), #t1 == #t2)
