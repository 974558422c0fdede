local t = {}
t[1], t[2], t[3] = "a", "b", "c"
t.x, t["y z"], t[1.5], t[-1], t[0] = 1, 2, 3, 4, 5
print(#t, t[1], t.x, t["y z"], t[1.5], t[-1], t[0], t[4], t.none)
t[2.0] = "B" print(t[2], #t)
t[#t + 1] = "d" print(#t, t[4])
t[#t] = nil print(#t, t[4])
t[false], t[true] = "no", "yes" print(t[false], t[true], t[not true])
t[print], t[t] = "fn", "self" print(t[print], t[t])
print(pcall(function() t[nil] = 1 end))
print(pcall(function() t[0 / 0] = 1 end))
print(t[nil], t[0 / 0], rawget(t, nil))
print(pcall(rawset, t, nil, 1))
print(pcall(function() local a; a.x = 1 end))
print(pcall(function() local a = 5; a.x = 1 end))
print(pcall(function() undefinedtable.x = 1 end))
print(pcall(function() t.a.b = 1 end))
print(pcall(function() t.a.b.c = 1 end))
print(pcall(function() t[1][2] = 3 end))
print(pcall(function() return t.none[1] end))
-- growth by appending, by prepending keys, in reverse
local a, r, s = {}, {}, {}
for i = 1, 1000 do a[i] = i end
for i = 1000, 1, -1 do r[i] = i end
for i = 1, 1000 do s[i * 7919 % 1009] = i end
local c = 0
for k in pairs(s) do c = c + 1 assert(s[k] * 7919 % 1009 == k) end
print(#a, #r, c)
for i = 1, 1000 do assert(a[i] == r[i]) end
for i = 1000, 501, -1 do a[i] = nil end
print(#a, a[500], a[501])
for i = 501, 2000 do a[i] = -i end
print(#a, a[2000])
-- large and extreme integer keys
local e = {}
e[math.maxinteger], e[math.mininteger], e[1 << 31], e[1 << 32], e[-1 << 31] = 1, 2, 3, 4, 5
print(e[math.maxinteger], e[math.mininteger], e[2^31], e[2^32], e[-2^31], #e, e[math.maxinteger + 0.0])
e[2^63] = "float key" print(e[2^63], e[math.mininteger], math.type(next({ [2^63] = 1 })))
-- values of nil remove; a removed key may return
local u = { a = 1, b = 2, c = 3 }
u.b = nil
local keys = {} for k in pairs(u) do keys[#keys + 1] = k end table.sort(keys)
print(table.concat(keys), u.b, rawlen(u))
u.b = 4 print(u.b)
for i = 1, 10000 do u["k" .. i % 10] = i u["k" .. (i + 5) % 10] = nil end
c = 0 for _ in pairs(u) do c = c + 1 end print(c)
