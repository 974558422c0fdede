local function s(t) local r = {} for i = 1, #t do r[i] = tostring(t[i]) end return table.concat(r, " ") end
local function sorted(t, f)
  for i = 2, #t do if (f or function(a, b) return a < b end)(t[i], t[i - 1]) then return false end end
  return true
end
local t = { 5, 2, 8, 1, 9, 3 }
table.sort(t)
print(s(t))
table.sort(t, function(a, b) return a > b end)
print(s(t))
t = {}
table.sort(t)
print(#t)
t = { 1 }
table.sort(t, error)
print(s(t))
t = { 2, 1 }
table.sort(t)
print(s(t))
t = { "banana", "apple", "Cherry", "", "10", "9" }
table.sort(t)
print(s(t))
t = { 3, 1.5, -2, 2^53, -0.0, 1e-3, math.huge, -math.huge }
table.sort(t)
print(s(t))
print(select("#", table.sort({ 1 })))
local seed = 42 local function rnd(n) seed = (seed * 1103515245 + 12345) & 0x7fffffff return (seed >> 8) % n end
for _, n in ipairs { 2, 3, 4, 5, 10, 50, 99, 100, 101, 200, 1000, 5000 } do
  local a, sum = {}, 0
  for i = 1, n do a[i] = rnd(n) sum = sum + a[i] end
  table.sort(a)
  local sum2 = 0
  for i = 1, n do sum2 = sum2 + a[i] end
  local desc = {}
  for i = 1, n do desc[i] = n - i end
  table.sort(desc)
  local same = {}
  for i = 1, n do same[i] = 7 end
  table.sort(same)
  local asc = {}
  for i = 1, n do asc[i] = i end
  table.sort(asc, function(x, y) return x > y end)
  local saw = {}
  for i = 1, n do saw[i] = i % 7 end
  table.sort(saw)
  io.write(n, " ", tostring(sorted(a) and sum == sum2 and sorted(desc) and sorted(same) and asc[1] == n and sorted(saw)), "; ")
end
print()
-- by key, by several keys, case-insensitive
local people = { { "Bob", 30 }, { "alice", 25 }, { "Carol", 30 }, { "dave", 20 } }
table.sort(people, function(a, b) if a[2] ~= b[2] then return a[2] < b[2] end return a[1]:lower() < b[1]:lower() end)
for _, p in ipairs(people) do io.write(p[1], p[2], " ") end
print()
local words = {}
for w in ("the quick brown fox jumps over the lazy dog"):gmatch("%a+") do words[#words + 1] = w end
table.sort(words, function(a, b) return #a < #b or #a == #b and a < b end)
print(s(words))
-- errors
print(pcall(table.sort, { 1, "a", 2 }))
print(pcall(table.sort, { {}, {} }))
print(pcall(table.sort, { 1, nil, 3 }) ~= nil)
print(pcall(table.sort, { true, false }))
print(pcall(table.sort, { 3, 2, 1 }, 5))
print(pcall(table.sort, { 3, 2, 1 }, nil))
print(pcall(table.sort, 5))
print(pcall(table.sort))
print(pcall(table.sort, { 2, 1 }, function() error("cmp", 0) end))
print(pcall(table.sort, { 2, 1 }, function() error({}) end) == false)
print(pcall(table.sort, { 3, 1, 2 }, string.rep))
-- comparators that are not orders end, with an error or with a permutation; nothing is lost or invented
local function perm(a, n)
  local seen = {}
  for i = 1, n do if a[i] == nil or seen[a[i]] then return false end seen[a[i]] = true end
  return true
end
for name, f in pairs { always = function() return true end, never = function() return false end, le = function(a, b)
  return a <= b
end } do
  local bad = 0
  for _, n in ipairs { 3, 10, 100, 500 } do
    local a = {}
    for i = 1, n do a[i] = i * 7 % n + (n % 7 == 0 and i * n or 0) end
    local before = {}
    for i = 1, n do before[i] = a[i] end
    local ok, m = pcall(table.sort, a, f)
    if not ok and not m:find("invalid order function for sorting", 1, true) and not m:find("attempt to compare", 1, true) then
      bad = bad + 1
    end
    if ok and name == "never" then
      table.sort(a)
      table.sort(before)
      for i = 1, n do if a[i] ~= before[i] then bad = bad + 1 end end
    end
  end
  if bad ~= 0 then print(name, bad) end
end
local calls = 0
for r = 1, 50 do
  local a = {}
  for i = 1, 60 do a[i] = i end
  local ok, m = pcall(table.sort, a, function() calls = calls + 1 return rnd(2) == 0 end)
  if ok and not perm(a, 60) then print("not a permutation") end
  if not ok and not m:find("invalid order function", 1, true) then print(m) end
end
print(calls > 0)
local nan = { 3, 0 / 0, 1, 0 / 0, 2 }
print((pcall(table.sort, nan)))
-- the comparator may not see nil even when it changes the table; metamethods of the table are used
local chg = { 5, 3, 4, 1, 2 }
print((pcall(table.sort, chg, function(a, b) chg[6] = nil return a < b end)), s(chg))
local prox, back = {}, { 4, 2, 3, 1 }
setmetatable(prox, { __len = function() return #back end, __index = back, __newindex = back })
table.sort(prox)
print(s(back), next(prox))
print(pcall(table.sort, setmetatable({}, { __len = function() return 1 << 40 end })))
print(pcall(table.sort, setmetatable({}, { __len = function() return -1 end })))
local lt = setmetatable({}, { __lt = function() return true end })
print(pcall(table.sort, { lt, 1 }) ~= nil)
local objs = {}
local mt = { __lt = function(a, b) return a.k < b.k end }
for i = 1, 20 do objs[i] = setmetatable({ k = i * 7 % 20 }, mt) end
table.sort(objs)
print(objs[1].k, objs[20].k)
