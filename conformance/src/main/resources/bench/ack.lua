-- deep recursion with two and three arguments: Ackermann and Takeuchi
local N = tonumber((...)) or 8

local function ack(m, n)
  if m == 0 then return n + 1 end
  if n == 0 then return ack(m - 1, 1) end
  return ack(m - 1, ack(m, n - 1))
end

local function tak(x, y, z)
  if y >= x then return z end
  return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))
end

local function run(n)
  local sum = 0
  for _ = 1, 4 do
    sum = sum + ack(2, 40 * n) + ack(3, n)
  end
  return sum + tak(3 * n, 2 * n, n)
end

print(string.format("ack %d", run(N)))
