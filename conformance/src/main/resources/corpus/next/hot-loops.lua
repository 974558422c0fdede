-- loops over tables in hot functions
local function sum(t)
  local s, n = 0, 0
  for i, v in ipairs(t) do s = s + v; n = i end
  return s, n
end
local function keys(t)
  local n, last = 0, nil
  for k in pairs(t) do n = n + 1; last = k end
  return n, last
end
local function values(t)
  local s = 0
  for _, v in next, t do s = s + v end
  return s
end

local list = {}
for i = 1, 200 do list[i] = i end
for _ = 1, 60 do assert(sum(list) == 20100 and keys(list) == 200 and values(list) == 20100) end

-- kinds change, holes, elements outside of the array part, nothing at all
list[50] = 0.5
print(sum(list))
list[100] = nil
print(sum(list))
print(sum({}), keys({}), values({}))
print(sum({ [1] = 1, [2] = 2, [4] = 4 }))
print(pcall(sum, { 1, 2, "x" }))
print(pcall(sum, { 1, 2, {} }))
print(pcall(sum, nil))
print(pcall(keys, 1))
print(sum({ "1", "2", 3 }))

-- metatables have a say, or have none
local seen = 0
local virtual = setmetatable({ 1, 2, 3 }, { __index = function(_, i) seen = seen + 1 if i < 300 then return i end end })
print(sum(virtual))
print(seen)
print(sum(setmetatable({ 1, nil, 3 }, { __index = { 9, 8, 7, 6 } })))
local paired = setmetatable({}, { __pairs = function(t)
  return function(_, k) if (k or 0) < 5 then return (k or 0) + 1 end end, t, nil
end })
print(keys(paired))

-- changes on the way
local function clear(t)
  local n = 0
  for k in pairs(t) do t[k] = nil; n = n + 1 end
  return n, next(t)
end
for round = 1, 20 do
  local t = {}
  for i = 1, 30 do t[i] = i; t["k" .. i] = i end
  local n, left = clear(t)
  assert(n == 60 and left == nil)
  if round % 5 == 0 then collectgarbage() end
end
local function grow(t)
  local n = 0
  for i in ipairs(t) do
    n = n + 1
    if i < 500 then t[i + 1] = i end
  end
  return n
end
print(grow({ 1 }), grow({ 1, 2 }))
local function wrong(t)
  for k in pairs(t) do t[k] = nil; t[{}] = 1; t[k .. "x"] = 2; if #k > 100 then return k end end
end
print(pcall(next, {}, "no key"))
print((pcall(wrong, { a = 1 })))

-- the iterator, its state and control variable are the program's; something to close
local function each(iterator, state, control)
  local text = {}
  for k, v in iterator, state, control do text[#text + 1] = tostring(k) .. "=" .. tostring(v) end
  return table.concat(text, " ")
end
local step = ipairs({})
for _ = 1, 100 do each(step, { 1, 2, 3 }, 0) end
print(each(step, { 1, 2, 3 }, 1))
print(each(step, { 1, 2, 3 }, 1.0))
print(each(next, { 1, 2, 3 }, 2))
print(pcall(each, next, { 1, 2, 3 }, 7))
print(pcall(each, step, { 1, 2, 3 }, "x"))
print(each(function(s, c) if c < s then return c + 1, s end end, 3, 0))
print(each(setmetatable({}, { __call = function(_, s, c) if c < s then return c + 1 end end }), 2, 0))
print(pcall(each, nil))
local closed = 0
local function closing(n)
  local s = 0
  for _ = 1, n do
    for i, v in next, { 1, 2, 3 }, nil, setmetatable({}, { __close = function() closed = closed + 1 end }) do
      s = s + v
      if i == 2 then break end
    end
  end
  return s
end
print(closing(200), closed)

-- yields and errors in the body, closures of the variables, deep nesting
local function pairsOf(a, b)
  local count = 0
  for _, x in ipairs(a) do
    for _, y in pairs(b) do
      count = count + x * y
      if count % 1000 == 0 then coroutine.yield(count) end
    end
  end
  return count
end
local thread = coroutine.wrap(pairsOf)
local yielded, plain = 0, {}
for i = 1, 100 do plain[i] = i end
local r = thread({ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 0.5 }, plain)
while math.type(r) == "integer" do yielded = yielded + 1; r = thread() end
print(r, yielded)
local functions = {}
for i, v in ipairs(list) do functions[i] = function() return i + v end end
print(#functions, functions[1](), functions[60 < #functions and 60 or 2]())
