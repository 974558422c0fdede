-- Loops that end in several places: each branch of a body's last test goes round by itself. Hot, and with variables
-- that hold now a value of one kind, now of another, so that their code has to be left and entered again.

local function walk(n, kinds)
  local value, i, sum, text = 0, 0, 0, ""
  while i < n do
    i = i + 1
    value = kinds[i * #kinds // (n + 1) + 1]
    if math.type(value) == "integer" then
      sum = sum + value
    elseif type(value) == "string" then
      text = value .. #text
    else
      sum = sum + value * 2
    end
  end
  return sum, text, i
end

print(walk(300, { 1 }))
print(walk(300, { 1, 0.5 }))
print(walk(300, { 1, 0.5, "x" }))
print(walk(300, { "y", 7, 0.25, "z", 3 }))

-- One test in another, and a goto: four ends of one loop.
local function collatz(limit)
  local longest, start, steps, n = 0, 1, 0, 1
  ::again::
  if n == 1 then
    if steps > longest then longest = steps end
    start, steps = start + 1, 0
    n = start
    if start <= limit then goto again end
    return longest, start
  end
  steps = steps + 1
  if n % 2 == 0 then
    n = n // 2
    goto again
  end
  n = 3 * n + 1
  goto again
end

print(collatz(60))
print(collatz(97))

-- What a loop begins with is done once in each round, whichever end led there with whatever values.
local function rounds(n, numbers)
  local i, odd, even, count = 0, 0, 0, 0
  ::again::
  i = i + 1
  count = count + 1
  if i == n then return odd, even, count end
  local number = numbers[i * #numbers // n + 1]
  if i % 2 == 0 then
    even = even + number
    goto again
  end
  odd = odd + number
  goto again
end

print(rounds(400, { 1 }))
print(rounds(400, { 1, 0.5 }))
print(rounds(402, { 1, 0.5 }))
print(rounds(600, { 2.5, 4, 2 }))

-- Two loops that begin with the same instruction.
local function nested(n)
  local inner, outer, last = 0, 0, nil
  while true do
    while true do
      inner = inner + 1
      if inner % 7 == 0 then break end
      if inner % 2 == 0 then last = inner else last = inner + 0.5 end
    end
    outer = outer + 1
    if outer == n then return inner, outer, last end
    if outer % 3 == 0 then last = "third" else last = outer end
  end
end

print(nested(20))
print(nested(500))

-- Lines and names in errors are those of the end that was taken.
local function failing(n)
  local i, list = 0, {}
  while i < n do
    i = i + 1
    if i % 2 == 0 then
      list[i] = i
    elseif i < n - 2 then
      list[i] = -i
    else
      list = list.missing
    end
  end
  return i
end

print(pcall(failing, 200))
print(pcall(failing, 201))

-- What runs in a coroutine goes on where it has yielded, in whichever branch.
local function generate(n)
  local i = 0
  while i < n do
    i = i + 1
    if i % 5 == 0 then
      coroutine.yield("five", i)
    elseif i % 3 == 0 then
      coroutine.yield(i)
    else
      i = i + 0.0 == i and i or 0
    end
  end
  return "end"
end

local fives, others = 0, 0
for kind, i in coroutine.wrap(generate), 400 do
  if kind == "five" then fives = fives + i elseif kind == "end" then break else others = others + kind end
end
print(fives, others)

local co, count = coroutine.create(generate), 0
while true do
  local ok, kind = coroutine.resume(co, 100)
  if not ok or kind == "end" then print(ok, kind) break end
  if kind == "five" then
    count = count + 1
  else
    count = count + 1000
  end
end
print(count)
