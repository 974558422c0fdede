-- shortest paths with a binary heap, topological order, components, spanning tree
local Heap = {}
Heap.__index = Heap
function Heap.new(lt) return setmetatable({ n = 0, lt = lt }, Heap) end
function Heap:push(v)
  self.n = self.n + 1
  local i = self.n
  self[i] = v
  while i > 1 and self.lt(self[i], self[i // 2]) do
    self[i], self[i // 2] = self[i // 2], self[i]
    i = i // 2
  end
end
function Heap:pop()
  local top = self[1]
  self[1], self[self.n] = self[self.n], nil
  self.n = self.n - 1
  local i = 1
  while true do
    local s = i
    for c = 2 * i, 2 * i + 1 do if c <= self.n and self.lt(self[c], self[s]) then s = c end end
    if s == i then return top end
    self[i], self[s] = self[s], self[i]
    i = s
  end
end
local edges = { { "a", "b", 7 }, { "a", "c", 9 }, { "a", "f", 14 }, { "b", "c", 10 }, { "b", "d", 15 }, { "c", "d", 11 }, { "c", "f", 2 }, { "d", "e", 6 }, { "e", "f", 9 }, { "x", "y", 1 } }
local g = setmetatable({}, { __index = function(t, k) local v = {} t[k] = v return v end })
for _, e in ipairs(edges) do g[e[1]][e[2]] = e[3] g[e[2]][e[1]] = e[3] end
local function dijkstra(from)
  local dist, prev, h = { [from] = 0 }, {}, Heap.new(function(x, y)
    return x[1] < y[1] or x[1] == y[1] and x[2] < y[2]
  end)
  h:push { 0, from }
  while h.n > 0 do
    local d, u = table.unpack(h:pop())
    if d == dist[u] then
      for v, w in pairs(g[u]) do
        if d + w < (dist[v] or math.huge) then
          dist[v], prev[v] = d + w, u
          h:push { d + w, v }
        end
      end
    end
  end
  return dist, prev
end
local dist, prev = dijkstra "a"
for _, v in ipairs { "a", "b", "c", "d", "e", "f", "x" } do
  local path, at = {}, v
  while at do table.insert(path, 1, at) at = prev[at] end
  print(v, dist[v], table.concat(path, "-"))
end
local function topo(deps)
  local names, state, out = {}, {}, {}
  for n in pairs(deps) do names[#names + 1] = n end
  table.sort(names)
  local function visit(n)
    if state[n] == "done" then return end
    if state[n] == "open" then error("cycle at " .. n, 0) end
    state[n] = "open"
    for _, d in ipairs(deps[n] or {}) do visit(d) end
    state[n] = "done"
    out[#out + 1] = n
  end
  for _, n in ipairs(names) do visit(n) end
  return table.concat(out, " ")
end
print(topo { app = { "lib", "util" }, lib = { "core" }, util = { "core", "lib" }, core = {} })
print(pcall(topo, { a = { "b" }, b = { "c" }, c = { "a" } }))
local parent = {}
local function find(x)
  if parent[x] == nil or parent[x] == x then return x end
  parent[x] = find(parent[x])
  return parent[x]
end
table.sort(edges, function(x, y) return x[3] < y[3] end)
local total, used = 0, {}
for _, e in ipairs(edges) do
  local ra, rb = find(e[1]), find(e[2])
  if ra ~= rb then parent[ra] = rb total = total + e[3] used[#used + 1] = e[1] .. e[2] end
end
table.sort(used)
print(total, table.concat(used, " "))
local h = Heap.new(function(a, b) return a > b end)
for i = 1, 50 do h:push(i * 37 % 101) end
local out = {}
while h.n > 0 do out[#out + 1] = h:pop() end
print(table.concat(out, " "))
