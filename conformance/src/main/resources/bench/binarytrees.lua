-- allocation and collection: many short-lived trees beside one that lives long
local N = tonumber((...)) or 15

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
  for depth = 4, n, 4 do
    local iterations = 2 ^ (n - depth + 4)
    for _ = 1, iterations do total = total + check(bottomup(depth)) end
  end
  return total, check(long)
end

print(string.format("binarytrees %d %d", run(N)))
