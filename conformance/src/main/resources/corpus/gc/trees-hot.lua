-- tables made and filled in hot functions, while the collector works
local function bottomup(depth)
  if depth == 0 then return {} end
  return { bottomup(depth - 1), bottomup(depth - 1) }
end

local function check(tree)
  if tree[1] then return 1 + check(tree[1]) + check(tree[2]) end
  return 1
end

local function run(n)
  local total = check(bottomup(n + 1))
  local long = bottomup(n)
  for depth = 2, n, 2 do
    for _ = 1, 2 ^ (n - depth + 2) do total = total + check(bottomup(depth)) end
  end
  return total, check(long)
end
print(run(8))

local function vec(x, y, z) return { x = x, y = y, z = z } end
local function add(a, b) return vec(a.x + b.x, a.y + b.y, a.z + b.z) end
local function record(i)
  return { name = "n", id = i, flag = true, alpha = i + 0.5, beta = i, gamma = "g", delta = {}, [1] = i, i, i + 1 }
end
local sum, acc = 0, vec(0, 0, 0)
for i = 1, 500 do
  acc = add(acc, vec(1, 2, 3))
  local r = record(i)
  r.extra = i
  sum = sum + r.id + r.beta + #r + (r.flag and 1 or 0) + r[1] + r[2]
  for _ in pairs(r) do sum = sum + 1 end
end
print(acc.x, acc.y, acc.z, sum)

-- a field that turns out to be nil is not there, and those behind it are
local function some(a, b, c) return { a = a, b = b, c = c, d = 1 } end
local keys = {}
for i = 1, 500 do
  local t = some(i, i > 250 and i or nil, i)
  local found = {}
  for k in pairs(t) do found[#found + 1] = k end
  table.sort(found)
  keys[table.concat(found)] = (keys[table.concat(found)] or 0) + 1
end
print(keys.abcd, keys.acd)
