-- arrays of arrays of floats: matrix product
local N = tonumber((...)) or 240

local function matrix(n, seed)
  local m = {}
  for i = 1, n do
    local row = {}
    for j = 1, n do
      seed = (seed * 3877 + 29573) % 139968
      row[j] = seed / 139968
    end
    m[i] = row
  end
  return m
end

local function transpose(m, n)
  local t = {}
  for i = 1, n do
    local row = {}
    for j = 1, n do row[j] = m[j][i] end
    t[i] = row
  end
  return t
end

local function multiply(a, b, n)
  local t, c = transpose(b, n), {}
  for i = 1, n do
    local ai, ci = a[i], {}
    for j = 1, n do
      local tj, s = t[j], 0.0
      for k = 1, n do s = s + ai[k] * tj[k] end
      ci[j] = s
    end
    c[i] = ci
  end
  return c
end

local function run(n)
  local a, b = matrix(n, 42), matrix(n, 7)
  local c = multiply(a, b, n)
  c = multiply(c, a, n)
  c = multiply(c, b, n)
  local trace = 0
  for i = 1, n do trace = trace + c[i][i] end
  return trace
end

print(string.format("matrix %.3f", run(N)))
