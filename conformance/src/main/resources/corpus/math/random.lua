math.randomseed(42) local r = {} for i = 1, 8 do r[i] = math.random(0) end print(table.concat(r, "\n"))
math.randomseed(42)
r = {}
for i = 1, 8 do r[i] = ("%.17g"):format(math.random()) end
print(table.concat(r, "\n"))
math.randomseed(42)
r = {}
for i = 1, 20 do r[i] = math.random(100) end
print(table.concat(r, " "))
math.randomseed(42)
r = {}
for i = 1, 20 do r[i] = math.random(-10, 10) end
print(table.concat(r, " "))
math.randomseed(42)
for _, p in ipairs { { 1, 1 }, { 1, 2 }, { 1, 6 }, { 0, 255 }, { 1, 1000 }, { -5, 5 }, { 1, 1 << 20 }, { 1, 1 << 31 }, { 0, (1 << 32) - 1 }, { 1, 1 << 32 }, { 1, 1 << 40 }, { 1, 1 << 62 }, { 0, math.maxinteger }, { math.mininteger, math.maxinteger }, { math.mininteger, 0 }, { math.mininteger, math.mininteger }, { math.maxinteger, math.maxinteger }, { -1, math.maxinteger }, { math.maxinteger - 1, math.maxinteger } } do
  print(p[1], p[2], math.random(p[1], p[2]), math.random(p[1], p[2]))
end
for _, s in ipairs { { 0 }, { 1 }, { -1 }, { 42, 0 }, { 42, 1 }, { 0, 42 }, { math.maxinteger, math.mininteger }, { 123456789 } } do
  math.randomseed(table.unpack(s))
  print(math.random(0), math.random(1, 1000000))
end
math.randomseed(42)
local a = math.random(0)
math.randomseed(42, 0)
print(a == math.random(0))
math.randomseed(7.0)
a = math.random(0)
math.randomseed(7)
print(a == math.random(0))
math.randomseed(99)
local lo, hi, sum, cnt = 1, 0, 0, {}
for i = 1, 20000 do local x = math.random() lo, hi, sum = math.min(lo, x), math.max(hi, x), sum + x end
print(lo >= 0, hi < 1, math.abs(sum / 20000 - 0.5) < 0.02)
for i = 1, 6000 do local d = math.random(6) cnt[d] = (cnt[d] or 0) + 1 end
print(#cnt, table.concat(cnt, " "))
local seen = {}
for i = 1, 2000 do seen[math.random(3, 7)] = true end
local k = {}
for v in pairs(seen) do k[#k + 1] = v end
table.sort(k)
print(table.concat(k, " "))
print(pcall(math.random, 0, 0))
print(math.type(math.random(5)), math.type(math.random(5.0)), math.type(math.random()))
print(pcall(math.random, 2, 1))
print(pcall(math.random, -1))
print(pcall(math.random, 1.5))
print(pcall(math.random, "x"))
print(pcall(math.random, 1, 2, 3))
print(pcall(math.random, 1, 1.5))
print((pcall(math.random, math.mininteger, math.maxinteger)))
print(pcall(math.random, math.maxinteger, math.mininteger))
print(pcall(math.randomseed, "x"))
print(pcall(math.randomseed, {}))
math.randomseed(42)
local t = {}
for i = 1, 10 do t[i] = i end
for i = 10, 2, -1 do local j = math.random(i) t[i], t[j] = t[j], t[i] end
print(table.concat(t, " "))
math.randomseed(1234567)
local h = 0
for i = 1, 10000 do h = h * 31 + math.random(0) end
print(h)
for i = 1, 1000 do h = h * 31 + math.random(1, i) end
print(h)
