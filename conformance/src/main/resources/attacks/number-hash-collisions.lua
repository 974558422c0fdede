-- expect: output
-- prints: 60000
-- memory: 64MiB
-- fuel: 500000000
-- integer and float keys with the same low bits
local t = {}
for i = 1, 30000 do
  t[i << 32] = i
  t[i * 2.0 ^ 40 + 0.5] = i
end
local n = 0
for i = 1, 30000 do
  if t[i << 32] == i then n = n + 1 end
  if t[i * 2.0 ^ 40 + 0.5] == i then n = n + 1 end
end
print(n)
