-- generic loops in code that is hot: what they close, and registers that they share with others
local log = 0
local Closing = {}
Closing.__index = Closing
Closing.__close = function(c, e) log = log * 3 % 1000003 + c.id + (e and 7 or 0) end
local function closing(id) return setmetatable({ id = id }, Closing) end

local function count(limit, i) if i < limit then return i + 1 end end

-- the hidden variable of the first loop, and those of the loops behind it, are the same registers
local function shared(n, list)
  local sum = 0
  for _, v in ipairs(list) do sum = sum + v end
  for i = 1, n do sum = sum + i % 7 end
  for i = 1, n do
    for k, v in pairs(list) do
      if v == 3 then break end
      sum = sum + k
    end
    for j = 1.5, 4 do sum = sum + j end
  end
  local a, b, c, d = sum, sum + 1, sum + 2, sum + 3
  for i = 1, n do a, b, c, d = b, c, d, a end
  return sum, a, b, c, d
end
for _ = 1, 40 do shared(60, { 1, 2, 3, 4 }) end
print(shared(600, { 1, 2, 3, 4 }))

-- with something to close, and left in every way
local function left(n, how)
  local sum = 0
  for i = 1, n do
    for k in count, 5, 0, closing(i) do
      sum = sum + k
      if how == "break" and k == 3 then break end
      if how == "goto" and k == 2 then goto continue end
      if how == "return" and i == n then return sum end
    end
    sum = sum + 1
    ::continue::
  end
  return sum
end
for _, how in ipairs { "end", "break", "goto", "return" } do
  local result
  for _ = 1, 30 do result = left(40, how) end
  print(how, result, log)
end

-- now and then, in code that has seen nothing to close
local function seldom(n)
  local sum = 0
  for i = 1, n do
    local variable = i % 97 == 0 and closing(i) or nil
    for k in count, 3, 0, variable do sum = sum + k * i end
    for k in count, 2, 0, i % 50 == 0 and false or nil do sum = sum + k end
  end
  return sum
end
print(seldom(3000), log)

-- what closures capture in a loop ends with the round
local function capturing(n)
  local functions, sum = {}, 0
  for i = 1, n do
    local x = i
    for k, v in ipairs { i, i + 1 } do
      local y = x + v
      if k == 2 then functions[i % 10 + 1] = function() x, y = x + 1, y + 1 return x + y end end
    end
    local z = 0
    for j = 1, 3 do z = z + j end
    sum = sum + z + x
    if i % 10 == 0 then for _, f in ipairs(functions) do sum = sum + f() end end
  end
  return sum
end
print(capturing(2000))

-- errors: in the loop, in the iterator, and in closing
local function failing(n, where)
  for i = 1, n do
    local function iterator(limit, k)
      if where == "iterator" and i == n and k == 2 then error("iterator", 0) end
      return count(limit, k)
    end
    local object = closing(i)
    if where == "close" and i == n then
      object = setmetatable({}, { __close = function() error("close", 0) end })
    end
    for k in iterator, 3, 0, object do
      if where == "body" and i == n then local x = k + nil end
    end
  end
  return "none"
end
for _, where in ipairs { "nowhere", "iterator", "body", "close" } do
  local ok, message
  for _ = 1, 20 do ok, message = pcall(failing, 30, where) end
  print(ok, message, log)
end
print(pcall(function() for i = 1, 300 do for _ in count, 1, 0, i == 300 and 5 or nil do end end end))

-- in coroutines that are closed within
local function values(n)
  for i = 1, n do for k in count, 4, 0, closing(i) do coroutine.yield(k) end end
end
for _ = 1, 20 do
  local co = coroutine.create(values)
  for _ = 1, 50 do coroutine.resume(co, 30) end
  coroutine.close(co)
end
print(log)
