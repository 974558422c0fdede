-- expect: output
-- prints: 100000
-- memory: 16MiB
-- fuel: 500000000
-- error values are garbage like any other
local n = 0
for i = 1, 100000 do
  local ok, e = pcall(error, { i, ("x"):rep(100) .. i })
  if not ok and e[1] == i then n = n + 1 end
end
print(n)
