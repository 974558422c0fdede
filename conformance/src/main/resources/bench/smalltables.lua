-- many small tables of different shapes that die young
local N = tonumber((...)) or 1300000

local function vec(x, y, z) return { x = x, y = y, z = z } end
local function add(a, b) return vec(a.x + b.x, a.y + b.y, a.z + b.z) end
local function pair(a, b) return { a, b } end

local function run(n)
  local acc, keep = vec(0, 0, 0), {}
  local step = vec(1, 2, 3)
  for i = 1, n do
    acc = add(acc, step)
    local p = pair(i, acc.x)
    if i % 64 == 0 then
      keep[i / 64 % 1000] = { p, name = "k", { i } }
    end
    if acc.x > 1000 then acc = vec(p[1] % 10, 0, 0) end
  end
  local count = 0
  for _, v in pairs(keep) do count = count + v[1][1] % 7 + v[2][1] % 5 end
  return acc.x, acc.y, acc.z, count
end

print(string.format("smalltables %d %d %d %d", run(N)))
