-- expect: output
-- prints: bounded
-- prints: usable 3
-- memory: 64MiB
-- fuel: 1000000000
-- a million suspended coroutines
local all = {}
local ok, e = pcall(function()
  for i = 1, 1000000 do
    all[i] = coroutine.create(function() coroutine.yield(i) end)
    coroutine.resume(all[i])
  end
end)
print((ok or e == "not enough memory") and "bounded")
all = nil
collectgarbage()
local sum = 0
for v in coroutine.wrap(function() coroutine.yield(1) coroutine.yield(2) end) do sum = sum + v end
print("usable " .. sum)
