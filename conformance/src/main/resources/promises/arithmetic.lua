-- integer and float arithmetic without a table or a call
local n, x, y = 0, 0.5, 1
for i = 1, 10000000 do
  n = (n * 31 + i) % 65536
  x = x * 0.999 + i / 3
  y = (y * 5 + n - i % 7) % 8191
end
print(n, x, y)
