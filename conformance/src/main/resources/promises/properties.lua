-- reads and writes of fields
local p = { x = 1, y = 2, z = 3, sum = 0 }
for i = 1, 5000000 do
  p.x = p.y + 1
  p.y = p.z - p.x
  p.z = p.x + i % 3
  p.sum = p.sum + p.x - p.y
end
print(p.sum, p.x, p.y, p.z)
