-- loops of a known number of rounds, left at their end, before it, by errors and at the ends of slices of fuel
local function sum(from, to, step)
  local s, rounds = 0, 0
  for i = from, to, step do
    s = s + i
    rounds = rounds + 1
  end
  return s, rounds
end

local function find(t, n, x)
  for i = 1, n do
    if t[i] == x then return i end
  end
  return -1
end

local function overwrite(t, n, step)
  local last = 0
  for i = 1, n, step do
    t[i] = i * 2
    last = i
  end
  return last
end

local function nested(n)
  local count = 0
  for i = 1, n do
    for j = i, n do
      for k = j, i, -1 do count = count + 1 end
    end
  end
  return count
end

local function captured(n)
  local last
  for i = 1, n do
    if i % 100 == 0 then last = function() return i end end
  end
  return last and last()
end

local function changed(n)
  local log = 0
  for i = 1, n do
    local j = i
    i = i * 3
    log = log + i - j
  end
  return log
end

local t = {}
for i = 1, 500 do t[i] = i end
for _ = 1, 60 do
  sum(1, 200, 1)
  sum(200, 1, -1)
  find(t, 500, 500)
  overwrite({table.unpack(t, 1, 60)}, 60, 1)
  nested(8)
  captured(200)
  changed(100)
end

local max, min = math.maxinteger, math.mininteger
print(sum(1, 60000, 1))
print(sum(60000, 1, -1))
print(sum(1, 200000, 7))
print(sum(max - 3, max, 1))
print(sum(min + 3, min, -1))
print(sum(min, max, max))
print(sum(max, min, min))
print(sum(5, 4, 1), sum(4, 5, -1))
print(sum(1, 3.7, 1))
print(sum(1, math.huge, max // 2))
print(pcall(sum, 1, 10, 0))
print(find(t, 500, 1), find(t, 500, 250), find(t, 500, 501), find(t, 501, nil), find(t, 0, 1))
print(overwrite(t, 500, 3), t[1], t[2], t[4], t[500])
print(overwrite(t, 510, 1), t[510], #t)
print(nested(30), captured(1000), captured(99), changed(1000))
t[77] = "here"
print(pcall(function()
  local s = 0
  for i = 1, 500 do s = s + t[i] end
  return s
end))
print(find(t, 500, "here"))

-- the only loop of a function that runs once, for a long time
local s = 0
for i = 1, 200000 do s = s ~ i * i end
print(s)
local words, n = {}, 0
for i = 3, 1, -1 do n = n + 1; words[n] = i end
print(table.concat(words, " "))

-- a loop in a coroutine that is left in each round, and one in a metamethod
local wrapped = coroutine.wrap(function(n)
  for i = 1, n do coroutine.yield(i) end
  return "end"
end)
local yielded = 0
for _ = 1, 300 do yielded = yielded + wrapped(300) end
print(yielded, wrapped(), pcall(wrapped))
