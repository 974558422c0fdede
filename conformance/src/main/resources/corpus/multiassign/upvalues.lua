-- assignment to upvalues, globals, locals and fields at once
local a, b = 1, 2
local t = {}
local function set() a, b, t.x, G = b, a, a + b, "global" end
set() print(a, b, t.x, G)
set() print(a, b, t.x)
local function rot(...) local x, y, z = ... x, y, z = y, z, x return x, y, z end
print(rot(1, 2, 3)) print(rot(1)) print(rot())
local function fib(n) local p, q = 0, 1 for _ = 1, n do p, q = q, p + q end return p end
print(fib(10), fib(50), fib(90))
local function gcd(m, n) while n ~= 0 do m, n = n, m % n end return m end
print(gcd(48, 18), gcd(17, 5), gcd(0, 5), gcd(1 << 40, 1 << 35))
-- the prefix expressions are evaluated once, before the values change
local lists = { { n = 1 }, { n = 2 } }
local idx = 1
lists[idx].n, idx = "first", 2 print(lists[1].n, lists[2].n, idx)
lists[idx].n, lists = "second", nil print(lists)
local obj = { v = 1 }
function obj:get() return self end
obj:get().v, obj = 5, { v = 6, get = obj.get } print(obj.v)
obj:get():get().v = 7 print(obj.v)
-- many targets and values
local names, vals, exprs = {}, {}, {}
for i = 1, 100 do names[i] = "v" .. i vals[i] = tostring(i) end
local code = "local " .. table.concat(names, ",") .. " = " .. table.concat(vals, ",") .. "\n"
for i = 1, 100 do exprs[i] = "v" .. (101 - i) end
code = code .. table.concat(names, ",") .. " = " .. table.concat(exprs, ",") .. "\nreturn v1, v2, v50, v100"
print(load(code)())
local targets = {}
for i = 1, 150 do targets[i] = "t[" .. i .. "]" end
local r = load("local t = {} " .. table.concat(targets, ",") .. " = ... return t")(7, 8, 9)
print(r[1], r[2], r[3], r[4], #r)
r = load("local t = {} " .. table.concat(targets, ",") .. " = " .. ("nil,"):rep(147) .. "... return t")(7, 8, 9)
print(r[1], r[148], r[149], r[150])
for _, s in ipairs { "a, b += 1, 2", "a, 1 = 1, 2", "a, f() = 1, 2", "f() = 1", "(a) = 1", "(a), b = 1, 2", "a.b:c = 1", "a, b", "a,", "1 = a", "{} = 1", "a.b, c[1], d = 1", "local a.b = 1", "local a, = 1", "'x'.y = 1", "('x').y = 1", "... = 1", "a = ", "a = 1,", "f().x = 1", "a.b():c().d = 1" } do
  local ok, msg = load(s, "=s")
  print(s, ok and "ok" or msg)
end
