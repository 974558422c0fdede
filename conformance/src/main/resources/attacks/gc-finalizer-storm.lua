-- expect: output
-- prints: usable
-- memory: 16MiB
-- fuel: 1000000000
-- each finalizer makes two more objects with finalizers
local made = 0
local mt = {}
mt.__gc = function()
  if made < 200000 then
    made = made + 2
    setmetatable({}, mt)
    setmetatable({}, mt)
  end
end
setmetatable({}, mt)
for _ = 1, 50 do collectgarbage() end
mt.__gc = nil
print("usable")
