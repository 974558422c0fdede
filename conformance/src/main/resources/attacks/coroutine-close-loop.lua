-- expect: fuel
-- fuel: 50000000
local co = coroutine.create(function()
  local x <close> = setmetatable({}, { __close = function() while true do end end })
  coroutine.yield()
end)
coroutine.resume(co)
print("closed", coroutine.close(co))
