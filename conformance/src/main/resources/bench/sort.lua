-- table.sort, without and with a comparator, on numbers, strings and records
local N = tonumber((...)) or 90000

local function run(n)
  local numbers, strings, records, seed = {}, {}, {}, 42
  for i = 1, n do
    seed = (seed * 3877 + 29573) % 139968
    numbers[i] = seed
    strings[i] = string.format("%06d", seed)
    records[i] = { key = seed % 1000, id = i }
  end
  table.sort(numbers)
  table.sort(strings)
  table.sort(records, function(a, b)
    if a.key ~= b.key then return a.key < b.key end
    return a.id < b.id
  end)
  local sum = 0
  for i = 2, n do
    assert(numbers[i - 1] <= numbers[i] and strings[i - 1] <= strings[i])
    sum = (sum * 31 + numbers[i] + records[i].id) % 1000003
  end
  table.sort(numbers, function(a, b) return a > b end)
  return sum, numbers[1], records[1].id
end

print(string.format("sort %d %d %d", run(N)))
