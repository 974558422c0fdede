-- compiled calls where a coroutine's frames end: what lies behind them belongs to others
local acc = ""
local function impure(n)
  if n == 0 then acc = "x" .. n return 0 end
  local r = impure(n - 1)
  return r + 1
end
for i = 1, 3000 do impure(i % 5) end
local bad = 0
for i = 1, 300 do
  local a = coroutine.create(function(k) for j = 1, 3 do impure(k) end coroutine.yield(1) end)
  local b = coroutine.create(function() error("b", 0) end)
  local ok = coroutine.resume(a, i % 12)
  local ok2, m = coroutine.resume(b)
  if ok2 or m ~= "b" then bad = bad + 1 end
end
print("bad", bad)
