-- expect: output
-- prints: 200000
-- memory: 16MiB
-- fuel: 1000000000
local n = 0
for i = 1, 200000 do
  local co = coroutine.wrap(function() coroutine.yield(1) end)
  n = n + co()
end
print(n)
