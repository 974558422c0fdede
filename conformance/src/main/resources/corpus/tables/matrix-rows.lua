-- tables of tables, slices, in-place algorithms, arrays that shrink and grow from both ends
local function show(m)
  local r = {}
  for i, row in ipairs(m) do r[i] = table.concat(row, " ") end
  return table.concat(r, "; ")
end
local function mul(a, b)
  local c = {}
  for i = 1, #a do
    c[i] = {}
    for j = 1, #b[1] do local s = 0 for k = 1, #b do s = s + a[i][k] * b[k][j] end c[i][j] = s end
  end
  return c
end
local m = { { 1, 2 }, { 3, 4 } }
print(show(mul(m, m)), show(mul(m, { { 1, 0 }, { 0, 1 } })), show(mul({ { 1, 2, 3 } }, { { 1 }, { 2 }, { 3 } })))
local function transpose(a)
  local t = {}
  for i, row in ipairs(a) do for j, v in ipairs(row) do t[j] = t[j] or {} t[j][i] = v end end
  return t
end
print(show(transpose { { 1, 2, 3 }, { 4, 5, 6 } }))
local function det(a)
  local n, d = #a, 1
  local t = {}
  for i = 1, n do t[i] = { table.unpack(a[i]) } end
  for i = 1, n do
    local p = i
    while p <= n and t[p][i] == 0 do p = p + 1 end
    if p > n then return 0 end
    if p ~= i then t[i], t[p] = t[p], t[i] d = -d end
    d = d * t[i][i]
    for r = i + 1, n do local f = t[r][i] / t[i][i] for c = i, n do t[r][c] = t[r][c] - f * t[i][c] end end
  end
  return d
end
print(det { { 2, 0 }, { 0, 3 } }, det { { 1, 2 }, { 2, 4 } }, ("%.6f"):format(det { { 2, -1, 0 }, { -1, 2, -1 }, { 0, -1, 2 } }))
local function spiral(n)
  local g = {}
  for i = 1, n do g[i] = {} end
  local x, y, dx, dy = 1, 1, 1, 0
  for k = 1, n * n do
    g[y][x] = k
    local nx, ny = x + dx, y + dy
    if nx < 1 or nx > n or ny < 1 or ny > n or g[ny][nx] then dx, dy = -dy, dx nx, ny = x + dx, y + dy end
    x, y = nx, ny
  end
  return g
end
print(show(spiral(4)))
local tri = { { 1 } }
for i = 2, 8 do tri[i] = { 1 } for j = 2, i - 1 do tri[i][j] = tri[i - 1][j - 1] + tri[i - 1][j] end tri[i][i] = 1 end
print(show(tri))
local a = {}
for i = 1, 20 do a[i] = i * 7 % 20 end
local function quick(t, lo, hi)
  if lo < hi then
    local p, i = t[hi], lo
    for j = lo, hi - 1 do if t[j] < p then t[i], t[j] = t[j], t[i] i = i + 1 end end
    t[i], t[hi] = t[hi], t[i]
    quick(t, lo, i - 1)
    quick(t, i + 1, hi)
  end
  return t
end
print(table.concat(quick(a, 1, #a), " "))
local function reverse(t)
  local i, j = 1, #t
  while i < j do t[i], t[j] = t[j], t[i] i, j = i + 1, j - 1 end
  return t
end
print(table.concat(reverse { 1, 2, 3, 4, 5 }, " "), table.concat(reverse {}, " "))
local function rotate(t, k)
  local n = #t
  k = k % n
  local r = {}
  for i = 1, n do r[(i - 1 + k) % n + 1] = t[i] end
  return r
end
print(table.concat(rotate({ 1, 2, 3, 4, 5 }, 2), " "), table.concat(rotate({ 1, 2, 3, 4, 5 }, -1), " "))
local function flatten(t, out)
  out = out or {}
  for _, v in ipairs(t) do if type(v) == "table" then flatten(v, out) else out[#out + 1] = v end end
  return out
end
print(table.concat(flatten { 1, { 2, { 3, {}, { { 4 } } } }, 5 }, " "))
local function uniq(t)
  local seen, r = {}, {}
  for _, v in ipairs(t) do if not seen[v] then seen[v] = true r[#r + 1] = v end end
  return r
end
print(table.concat(uniq { 1, 2, 1, 3, 2.0, "1", 4 }, " "))
local function chunk(t, n)
  local r = {}
  for i = 1, #t, n do r[#r + 1] = table.concat(t, ",", i, math.min(i + n - 1, #t)) end
  return r
end
print(table.concat(chunk({ 1, 2, 3, 4, 5, 6, 7 }, 3), "|"))
local deque = { first = 0, last = -1 }
local function pushl(v) deque.first = deque.first - 1 deque[deque.first] = v end
local function pushr(v) deque.last = deque.last + 1 deque[deque.last] = v end
local function popl() local v = deque[deque.first] deque[deque.first] = nil deque.first = deque.first + 1 return v end
for i = 1, 50 do pushl(-i) pushr(i) end
local s = {}
for i = 1, 5 do s[i] = popl() end
print(table.concat(s, " "), deque.first, deque.last, deque[0])
local sum = 0
for round = 1, 30 do
  local g = {}
  for i = 1, round do g[i] = i end
  for i = round, 1, -2 do g[i] = nil end
  for i = 1, round do g[i] = g[i] or 0 end
  assert(#g == round)
  for i = 1, #g do sum = sum + g[i] end
end
print(sum)
local inv = {}
for k, v in pairs { a = 1, b = 2, c = 3 } do inv[v] = k end
print(table.concat(inv))
local nested = setmetatable({}, { __index = function(t, k)
  local v = setmetatable({}, getmetatable(t))
  rawset(t, k, v)
  return v
end })
nested.a.b.c.d = 5
print(nested.a.b.c.d, rawget(nested.a, "x"))
