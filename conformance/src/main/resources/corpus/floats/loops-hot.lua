-- numeric loops in code that is hot: how often they run, with all kinds of steps, limits and starts
local function rounds(start, limit, step)
  local n, last = 0, "none"
  for i = start, limit, step do
    n, last = n + 1, i
    if n == 5 then break end
  end
  return n, last
end

local function floats(start, limit, step)
  local n, last = 0, "none"
  for x = start, limit, step do
    n, last = n + 1, x
    if n == 5 then break end
  end
  return n, last
end

local function down(from)
  local s = 0
  for i = from, 1, -1 do s = s * 3 + i end
  return s
end

local function third(from, to)
  local s = 0
  for i = from, to, 3 do s = s * 2 + i end
  for i = to, from, -4 do s = s - i end
  return s
end

local function show(v) return v ~= v and "nan" or tostring(v) end

local min, max = math.mininteger, math.maxinteger
local integers = {
  {1, 3, 1}, {3, 1, 1}, {3, 1, -1}, {1, 3, -1}, {1, 10, 4}, {10, 1, -4}, {5, 5, 1}, {5, 5, -1}, {5, 5, 7},
  {max - 1, max, 1}, {min + 1, min, -1}, {max, max, max}, {min, max, max}, {max, min, min}, {min, max, 1},
  {max, min, -1}, {0, max, max}, {0, min, min}, {min, min, min}, {-1, 1, max}, {1, -1, min}, {min, 0, 1 << 62},
}
local numbers = {
  {1.0, 3.0, 1.0}, {3.0, 1.0, 1.0}, {3.0, 1.0, -1.0}, {0.0, 1.0, 0.3}, {1.0, 0.0, -0.25}, {0.0, -0.0, 1.0},
  {1.0, 1 / 0, 2.0}, {1.0, -1 / 0, -2.0}, {1.0, 0 / 0, 1.0}, {0 / 0, 1.0, 1.0}, {0.0, 1.0, 1 / 0},
  {1e308, 1 / 0, 1e308}, {2 ^ 53, 2 ^ 53 + 4, 1.0}, {-0.0, 0.0, 4.9e-324}, {1.0, 2.0, 0 / 0},
}

for round = 1, 400 do
  local isLast = round == 400
  for _, t in ipairs(integers) do
    local n, last = rounds(t[1], t[2], t[3])
    if isLast then print(n, show(last)) end
  end
  for _, t in ipairs(numbers) do
    local n, last = floats(t[1], t[2], t[3])
    if isLast then print(n, show(last)) end
  end
  if isLast then
    print(pcall(rounds, 1, 2, 0))
    print(pcall(floats, 1.0, 2.0, 0.0))
    print(pcall(floats, 1.0, 2.0, -0.0))
    print(pcall(rounds, 1, 2.5, 1), rounds(1, "x" and 3.9, 1))
    print(pcall(rounds, 1, {}, 1))
    print(rounds(1.0, 3, 1), rounds(1, 3, 0.5), floats(1, 3, 1))
    print(down(0), down(1), down(20), third(1, 20), third(2, 1))
  else
    down(round % 30)
    third(round % 7, round % 40)
  end
end

local function remainders(n)
  local even, threes, halves = 0, 0, 0
  for i = 1, n do
    local x = i * 0.5
    if x % 2 == 0 then even = even + 1 end
    if x % 4.0 ~= 0 then threes = threes + 1 end
    if (x + 0.5) % 1 == 0 then halves = halves + 1 end
  end
  return even, threes, halves
end
local special = {0.0, -0.0, 4.9e-324, -4.9e-324, 1 / 0, -1 / 0, 0 / 0, 2.0 ^ 60, -3.0, -4.0, 1e-320}
local function isEven(x) return x % 2 == 0 end
for round = 1, 400 do
  remainders(50)
  for _, x in ipairs(special) do
    local even = isEven(x)
    if round == 400 then io.write(tostring(even), " ") end
  end
end
print()
print(remainders(1000))

local function quotients(x) return x / 2, x / 0.25, x / 3, x / -4, x / 2 ^ 1000, x / 4.9e-324, x / 2 ^ -1022, x / 2.0 ^ 1023 end
for _, x in ipairs({1.0, -1.0, 4.9e-324, 1e308, 0.0, -0.0, 1 / 0, 0 / 0, 3e-308}) do
  for round = 1, 100 do quotients(x) end
  local all = {quotients(x)}
  for i, q in ipairs(all) do all[i] = q ~= q and "nan" or string.format("%a", q) end
  print(table.concat(all, " "))
end

-- loops of floats alone, in code that expects nothing else, and then sees what is no number
local function count(start, limit, step)
  local n = 0
  for x = start, limit, step do n = n + 1 end
  return n
end
local function counts(limit, times)
  local s = 0
  for i = 1, times do s = s + count(1.0, limit, 1.0) + count(limit, 1.0, -1.0) end
  return s
end
for round = 1, 200 do counts(3.0, 20) end
local nan = 0 / 0
print(counts(3.0, 100), counts(nan, 100), counts(0.0, 100), counts(-0.0, 100))
print(count(nan, 1.0, 1.0), count(1.0, nan, -1.0), count(nan, nan, nan), count(1.0, 2.0, nan), count(2.0, 1.0, nan))
local rounds = 0
for i = 1, 1000 do
  for x = 1.0, nan, 1.0 do rounds = rounds + 1 end
  for x = nan, 1.0, -1.0 do rounds = rounds + 1 end
end
print(rounds)
