-- loops whose indices are all in the array part, or only most of them, or none, in both directions
local function filled(n)
  local t = {}
  for i = 1, n do t[i] = i end
  return t
end

local function sum(t, from, to, step)
  local s, absent = 0, 0
  for i = from, to, step do
    local v = t[i]
    if v then s = s + v else absent = absent + 1 end
  end
  return s, absent
end

local function total(t, from, to, step)
  local s = 0
  for i = from, to, step do s = s + t[i] end
  return s
end

local function shift(t, from, to, by)
  for i = from, to do t[i] = t[i + by] end
end

local function overwrite(t, from, to, step, v)
  for i = from, to, step do t[i] = v end
end

local function product(a, b, n)
  local s = 0
  for i = 1, n do s = s + a[i] * b[n - i + 1] end
  return s
end

local function search(t, n, x)
  for i = 1, n do
    if t[i] == x then return i end
  end
  return 0
end

local a, b = filled(64), filled(64)
local s = 0
for round = 1, 200 do
  s = s + total(a, 1, 64, 1) + total(a, 64, 1, -1) + total(a, 2, 64, 3)
  s = s + product(a, b, 64) + search(a, 64, round % 70)
  overwrite(b, 1, 64, 1, round)
  overwrite(b, 1, 64, 5, 0)
  shift(b, 1, 60, 4)
end
print(s, total(b, 1, 64, 1))

-- beyond either end, with steps as large as numbers get, and no round at all
print(sum(a, 1, 70, 1))
print(sum(a, 0, 64, 1))
print(sum(a, -5, 64, 2))
print(sum(a, 64, -5, -1))
print(sum(a, 70, 1, -7))
print(sum(a, 1, math.maxinteger, math.maxinteger // 2))
print(sum(a, math.maxinteger, math.mininteger, math.mininteger))
print(sum(a, 1, math.maxinteger, 1 << 58))
print(sum(a, 3, 2, 1))
print(sum(a, 5, 5, 1 << 40))
print(sum({}, 1, 3, 1))
print(pcall(total, a, 60, 66, 1))
print(pcall(total, a, 3, -1, -1))
print(pcall(product, a, b, 65))
print(pcall(search, a, 1000, 1000))

-- a metatable that has a say, at first and no more
local reads, writes = 0, 0
local proxy = setmetatable(filled(8), {
  __index = function(_, i) reads = reads + 1 return i * 1000 end,
  __newindex = function(t, i, v) writes = writes + 1 rawset(t, i, v) end,
})
for _ = 1, 50 do
  s = s + total(proxy, 1, 8, 1)
end
print(s, reads)
proxy[3], proxy[5] = nil, nil
print(total(proxy, 1, 10, 1), reads)
overwrite(proxy, 1, 10, 1, 7)
print(total(proxy, 1, 10, 1), reads, writes)
setmetatable(proxy, nil)
print(total(proxy, 1, 10, 1), pcall(total, proxy, 1, 11, 1))

-- tables that grow and shrink while a loop goes over them
local function appendWhile(t, n)
  for i = 1, n do
    if t[i] % 8 == 0 then t[#t + 1] = i end
  end
  return #t
end
for _ = 1, 30 do
  local t = filled(40)
  s = s + appendWhile(t, 40)
  shift(t, 1, 38, 2)
  s = s + total(t, 1, 40, 1)
end
print(s)

local function clear(t, u, n)
  local c = 0
  for i = 1, n do
    if u[i] == nil then c = c + 1 end
    t[i] = nil
  end
  return c
end
for _ = 1, 30 do
  local t = filled(40)
  s = s + clear(t, filled(40), 40) + clear(t, t, 44) + (next(t) and 1000000 or 0)
end
print(s)
