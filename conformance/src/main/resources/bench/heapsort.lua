-- one large array, read and written out of order
local N = tonumber((...)) or 400000

local function heapsort(a, n)
  local i, j, ir, l = 0, 0, n, math.floor(n / 2) + 1
  local rra
  while true do
    if l > 1 then
      l = l - 1
      rra = a[l]
    else
      rra = a[ir]
      a[ir] = a[1]
      ir = ir - 1
      if ir == 1 then
        a[1] = rra
        return
      end
    end
    i = l
    j = l * 2
    while j <= ir do
      if j < ir and a[j] < a[j + 1] then j = j + 1 end
      if rra < a[j] then
        a[i] = a[j]
        i = j
        j = j + i
      else
        j = ir + 1
      end
    end
    a[i] = rra
  end
end

local function run(n)
  local a, seed = {}, 42
  for i = 1, n do
    seed = (seed * 3877 + 29573) % 139968
    a[i] = seed / 139968
  end
  heapsort(a, n)
  for i = 2, n do assert(a[i - 1] <= a[i]) end
  return a[1], a[n], a[math.floor(n / 2)]
end

print(string.format("heapsort %.6f %.6f %.6f", run(N)))
