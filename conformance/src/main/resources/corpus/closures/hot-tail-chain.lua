-- chains of last calls that are longer than compiled calls may nest: each closure is its own
local wrong = 0
for r = 1, 40 do
  local f = function(v) return v end
  for i = 1, 150 do
    local inner = f
    f = function(v) return inner(v + 1) end
  end
  if f(0) ~= 150 then wrong = wrong + 1 end
end
print(wrong)

local even
local function odd(n, acc)
  if n == 0 then return acc end
  return even(n - 1, acc + 1)
end
function even(n, acc)
  if n == 0 then return -acc end
  return odd(n - 1, acc + 2)
end
local sum = 0
for i = 1, 60 do sum = sum + odd(i * 100, 0) + even(i * 100 + 1, 0) end
print(sum)

local function step(k) return function(v, next) if v % 3 == k % 3 then return next(v + k) end return next(v) end end
local chain = function(v) return v end
for i = 1, 400 do
  local s, after = step(i), chain
  chain = function(v) return s(v, after) end
end
local total = 0
for i = 1, 40 do total = total + chain(i) end
print(total)
