-- linked lists and binary search trees: tables as records
local N = tonumber((...)) or 70000

local function push(list, v) return { value = v, next = list } end

local function reverse(list)
  local r
  while list do
    local nxt = list.next
    list.next = r
    r, list = list, nxt
  end
  return r
end

local function insert(tree, key)
  if not tree then return { key = key, count = 1 } end
  local node = tree
  while true do
    if key == node.key then
      node.count = node.count + 1
      return tree
    elseif key < node.key then
      if not node.left then
        node.left = { key = key, count = 1 }
        return tree
      end
      node = node.left
    else
      if not node.right then
        node.right = { key = key, count = 1 }
        return tree
      end
      node = node.right
    end
  end
end

local function walk(node, depth)
  if not node then return 0, depth end
  local ls, ld = walk(node.left, depth + 1)
  local rs, rd = walk(node.right, depth + 1)
  return ls + rs + node.key * node.count % 97, ld > rd and ld or rd
end

local function run(n)
  local list, tree, seed = nil, nil, 12345
  for i = 1, n do
    seed = (seed * 3877 + 29573) % 139968
    list = push(list, seed)
    tree = insert(tree, seed)
  end
  local sum = 0
  for _ = 1, 20 do
    list = reverse(list)
    local node = list
    while node do
      sum = (sum + node.value) % 1000003
      node = node.next
    end
  end
  local total, depth = walk(tree, 0)
  return sum, total, depth
end

print(string.format("lists %d %d %d", run(N)))
