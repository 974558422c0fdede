-- expect: output
-- prints: bounded
-- prints: usable
-- memory: 64MiB
-- fuel: 2000000000
-- suspended in the depth of a recursion, many times
local keep = {}
local ok, e = pcall(function()
  for i = 1, 1000 do
    local co = coroutine.create(function()
      local function down(n) if n == 0 then coroutine.yield() return 0 end return 1 + down(n - 1) end
      down(10000)
    end)
    coroutine.resume(co)
    keep[i] = co
  end
end)
keep = nil
collectgarbage()
print((ok or e == "not enough memory") and "bounded")
print("usable")
