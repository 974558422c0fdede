-- expect: output
-- prints: true
-- memory: 64MiB
-- fuel: 2000000000
-- closing a coroutine closes the next one, ten thousand deep
local prev
for i = 1, 10000 do
  local nxt = prev
  local co = coroutine.create(function()
    local x <close> = setmetatable({}, { __close = function() if nxt then coroutine.close(nxt) end end })
    coroutine.yield()
  end)
  coroutine.resume(co)
  prev = co
end
local ok, e = coroutine.close(prev)
print(ok or e ~= nil)
