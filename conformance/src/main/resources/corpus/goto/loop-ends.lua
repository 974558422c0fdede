-- loops whose last instruction is a test: the jump back is the test's
local function collatz(n)
  local steps = 0
  repeat
    if n % 2 == 0 then n = n // 2 else n = 3 * n + 1 end
    steps = steps + 1
  until n == 1
  return steps
end
local longest = 0
for n = 2, 400 do longest = math.max(longest, collatz(n)) end
print(longest)

-- one call that never ends by itself: only its loops can be entered
local function search(list, wanted)
  local rounds, sum = 0, 0
  while true do
    local found = false
    for i, v in ipairs(list) do
      sum = sum + v
      if v > wanted then
        list[i] = v - wanted
        found = true
        break
      end
    end
    rounds = rounds + 1
    if not found then return rounds, sum end
  end
end
print(search({ 500, 12, 3000, 7.5, 100 }, 9))

-- the numbers change their kind, and the variable what it holds
local function changing(n)
  local i, x, last = 0, 1, nil
  repeat
    i = i + 1
    if i == n // 2 then x = x + 0.5 end
    x = x + i % 3
    last = i % 100 < 50 and i or tostring(i)
  until i >= n
  return x, last
end
print(changing(3000))
print(changing(2949))

-- until sees the body's locals, and each round has its own
local function closures(n)
  local list, i = {}, 0
  repeat
    i = i + 1
    local mine = i * i
    list[#list + 1] = function() mine = mine + 1 return mine end
    local stop = mine > n
  until stop
  local sum = 0
  for _, f in ipairs(list) do sum = sum + f() + f() end
  return #list, sum
end
print(closures(90000))

-- tests of metamethods and of values that are neither true nor false
local Number = {}
Number.__index = Number
Number.__lt = function(a, b) return a.value < b.value end
Number.__le = function(a, b) return a.value <= b.value end
local function counted(n)
  local a, b = setmetatable({ value = 0 }, Number), setmetatable({ value = n }, Number)
  repeat a.value = a.value + 1 until b <= a
  repeat a.value = a.value - 2 until not (b < a) and a.value < 0
  return a.value
end
print(counted(700))
local function chain(n)
  local node
  for i = 1, n do node = { next = node, value = i } end
  local sum = 0
  repeat
    sum = sum + node.value
    node = node.next
  until not node
  return sum
end
print(chain(2000))

-- errors in them, and coroutines that leave them
print(pcall(function()
  local i = 0
  repeat
    i = i + 1
    local x = i < 1000 and 1 or nil
    i = i + x * 0
  until i > 2000
end))
local generator = coroutine.wrap(function()
  local i = 0
  repeat
    i = i + 1
    coroutine.yield(i)
  until i == 600
  return "done"
end)
local sum, value = 0, nil
repeat
  value = generator()
  if value ~= "done" then sum = sum + value end
until value == "done"
print(sum, value)
