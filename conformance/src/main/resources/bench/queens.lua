-- backtracking over small arrays
local N = tonumber((...)) or 12

local function run(n)
  local cols, up, down = {}, {}, {}
  for i = 1, n do cols[i] = false end
  for i = 1, 2 * n do up[i], down[i] = false, false end
  local solutions, nodes = 0, 0
  local function place(row)
    if row > n then
      solutions = solutions + 1
      return
    end
    for c = 1, n do
      local u, d = row + c, row - c + n
      if not (cols[c] or up[u] or down[d]) then
        nodes = nodes + 1
        cols[c], up[u], down[d] = true, true, true
        place(row + 1)
        cols[c], up[u], down[d] = false, false, false
      end
    end
  end
  place(1)
  return solutions, nodes
end

print(string.format("queens %d %d", run(N)))
