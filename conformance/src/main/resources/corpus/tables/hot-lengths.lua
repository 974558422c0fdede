-- lengths where the last element has just come or gone
local function append(n)
  local t = {}
  for i = 1, n do t[#t + 1] = i end
  return #t, t[n]
end
local function shrink(n)
  local t = {}
  for i = 1, n do t[i] = i end
  local sum = 0
  for _ = 1, n do
    sum = sum + t[#t]
    t[#t] = nil
  end
  return #t, sum
end
-- up and down, over the end of the array and back
local function waves(n)
  local t, sum = {}, 0
  for i = 1, n do
    for _ = 1, i % 7 do t[#t + 1] = i end
    for _ = 1, i % 6 do t[#t] = nil end
    sum = sum + #t
  end
  return sum
end
for _ = 1, 3 do print(append(3000), shrink(1000)) print(waves(600)) end

-- an element of any kind counts, but nil
local function kinds(n)
  local values, t = { 1, 0.5, "s", true, false, {}, print }, {}
  for i = 1, n do
    t[#t + 1] = values[i % 7 + 1]
    if i % 50 == 0 then t[#t] = nil end
  end
  return #t
end
for _ = 1, 3 do print(kinds(1000)) end

-- from empty, and with one element
local function small(n)
  local sum = 0
  for i = 1, n do
    local t = {}
    sum = sum + #t
    t[1] = i
    sum = sum + #t
    t[1] = nil
    sum = sum + #t
    t = { i, i }
    t[#t] = nil
    sum = sum + #t
    t[#t] = nil
    sum = sum + #t
  end
  return sum
end
for _ = 1, 3 do print(small(300)) end

-- tables with a metatable ask it
local counted = setmetatable({ 1, 2, 3 }, { __len = function(t) return 10 end })
local plain = setmetatable({ 1, 2, 3 }, {})
local function lengths(n)
  local sum = 0
  for i = 1, n do sum = sum + #counted + #plain end
  return sum
end
for _ = 1, 3 do print(lengths(300)) end

-- a string's
local function strings(n)
  local sum, s = 0, ""
  for i = 1, n do
    local v = i % 2 == 0 and s or { i, i }
    sum = sum + #v
    s = s .. "x"
  end
  return sum
end
for _ = 1, 3 do print(strings(100)) end
