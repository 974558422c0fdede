-- Conway's game of life on a torus of rows of cells
local N = tonumber((...)) or 2000

local W, H = 64, 48

local function board()
  local b, seed = {}, 2024
  for y = 1, H do
    local row = {}
    for x = 1, W do
      seed = (seed * 3877 + 29573) % 139968
      row[x] = seed > 90000 and 1 or 0
    end
    b[y] = row
  end
  return b
end

local function step(b)
  local nb = {}
  for y = 1, H do
    local up, row, down = b[y == 1 and H or y - 1], b[y], b[y == H and 1 or y + 1]
    local new = {}
    for x = 1, W do
      local l, r = x == 1 and W or x - 1, x == W and 1 or x + 1
      local n = up[l] + up[x] + up[r] + row[l] + row[r] + down[l] + down[x] + down[r]
      if n == 3 or n == 2 and row[x] == 1 then new[x] = 1 else new[x] = 0 end
    end
    nb[y] = new
  end
  return nb
end

local function run(n)
  local b = board()
  for _ = 1, n do b = step(b) end
  local alive, hash = 0, 0
  for y = 1, H do
    for x = 1, W do
      alive = alive + b[y][x]
      hash = (hash * 2 + b[y][x]) % 1000003
    end
  end
  return alive, hash
end

print(string.format("life %d %d", run(N)))
