-- functions that return one value or none, called in every way; returns that leave loops and close variables
local function find(t, want)
  for i, v in ipairs(t) do
    if v == want then return i end
  end
end

local function key(t, want)
  for k, v in pairs(t) do
    if v == want then return k end
  end
  return
end

local function some(n) if n % 3 ~= 0 then return n end end

local T, M = { 5, 6, 7, 8 }, { a = 1, b = 2 }

local function ways(n)
  local sum, none, all = 0, 0, 0
  for i = 1, n do
    local x = some(i)
    if x then sum = sum + x else none = none + 1 end
    some(i)
    local a, b = some(i)
    assert(a == x and b == nil)
    all = all + select("#", some(i)) + #{ some(i), some(i) } % 2
    local p = find(T, 4 + i % 6)
    if p then sum = sum + p end
    local k = key(M, i % 4)
    if k then sum = sum + #k end
  end
  return sum, none, all
end
print(ways(3000))

local function through(i) return (some(i)) end
local function tail(i) return some(i) end
local function counts(n)
  local one, other, inPcall = 0, 0, 0
  for i = 1, n do
    one = one + select("#", through(i))
    other = other + select("#", tail(i))
    inPcall = inPcall + select("#", pcall(some, i))
  end
  return one, other, inPcall
end
print(counts(3000))

-- a method that finds nothing, and what is done with that
local Class = {}
Class.__index = Class
function Class:get(id) for _, v in ipairs(self.items) do if v.id == id then return v end end end
function Class:value(id)
  local v = self:get(id)
  return v and v.value or "none"
end
local object = setmetatable({ items = { { id = 1, value = "one" }, { id = 2, value = "two" } } }, Class)
local seen = {}
for i = 1, 3000 do
  local v = object:value(i % 4)
  seen[v] = (seen[v] or 0) + 1
end
print(seen.one, seen.two, seen.none)
print(pcall(function() for i = 1, 3000 do local v = object:get(i % 1500).value end end))

-- captured variables are closed by a return in a loop
local function capture(n)
  for i = 1, n do
    local f = function() i = i + 1 return i end
    if i % 7 == 6 then return f end
  end
end
local total = 0
for i = 1, 2000 do
  local f = capture(i % 12)
  if f then total = total + f() + f() end
end
print(total)

-- and to-be-closed ones in the right order
local log = {}
local function closing(name)
  return setmetatable({}, { __close = function(_, e) log[#log + 1] = name .. tostring(e) end })
end
local function guarded(n)
  local a <close> = closing("a")
  for i = 1, n do
    local b <close> = closing("b")
    if i == 3 then return i end
  end
end
for i = 1, 300 do
  log = {}
  local r = guarded(i % 5)
  if i > 295 then print(i, r, table.concat(log, " ")) end
end
local function iterate(n)
  for i in function(_, i) if i < n then return i + 1 end end, nil, 0, closing("it") do
    if i == 2 then return i end
  end
end
for i = 1, 300 do
  log = {}
  local r = iterate(i % 4)
  if i > 296 then print(i, r, table.concat(log, " ")) end
end

-- the result of a metamethod that returns none is nil
local odd = setmetatable({}, { __index = function(_, k) if k % 2 == 1 then return k end end, __add = function(_, n)
  if n > 5 then return n end
end })
local nils, sum = 0, 0
for i = 1, 3000 do
  local x, y = odd[i], odd + i % 10
  if x == nil then nils = nils + 1 else sum = sum + x end
  if y == nil then nils = nils + 1 else sum = sum + y end
end
print(nils, sum)
