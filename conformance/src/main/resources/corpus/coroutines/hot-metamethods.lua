-- metamethods called by compiled code where a coroutine's frames end
local text = ""
local M = {}
M.__add = function(a, b)
  if b == 0 then text = "x" .. b return 0 end
  local r = a + (b - 1)
  return r + 1
end
M.__call = function(self, b) return self + b end
local object = setmetatable({}, M)
local function run(k) return object + k + object(k) end
for i = 1, 3000 do run(i % 5) end
local bad, sum = 0, 0
for i = 1, 300 do
  local a = coroutine.create(function(k) for j = 1, 3 do sum = sum + run(k) end coroutine.yield(1) end)
  local b = coroutine.create(function() error("b", 0) end)
  local ok = coroutine.resume(a, i % 12)
  local ok2, m = coroutine.resume(b)
  if not ok or ok2 or m ~= "b" then bad = bad + 1 end
end
print("bad", bad, sum, text)
