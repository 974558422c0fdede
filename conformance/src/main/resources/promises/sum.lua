-- the sum of the first million integers
local sum = 0
for i = 1, 1000000 do sum = sum + i end
print(sum)
