-- constants stored in fields of upvalues: by metamethods, where there was nothing, and in what is no table
local log, store = {}, {}
local watched = setmetatable({}, {__newindex = function(t, k, v) log[#log + 1] = k .. "=" .. tostring(v) end})
local passed = setmetatable({}, {__newindex = store})
local plain = {kept = 0}
local n1, n2, n3, n4, n5, n6, n7, n8, n9 = 1, 2, 3, 4, 5, 6, 7, 8, 9
local function set()
  local sum = n1 + n2 + n3 + n4 + n5 + n6 + n7 + n8 + n9
  watched.x = "by function"
  passed.y = 1.5
  plain.kept = true
  plain.late = "late"
  plain.late = nil
  return sum
end
for round = 1, 300 do
  if set() ~= 45 then print("wrong", round) end
end
print(#log, log[1], log[300], rawget(watched, "x"))
print(store.y, rawget(passed, "y"), plain.kept, plain.late)

-- the metatable changes, or the field is there
getmetatable(watched).__newindex = nil
set()
print(#log, rawget(watched, "x"))
setmetatable(plain, {__newindex = function(t, k, v) rawset(t, k, v) log[#log + 1] = "plain" .. k end})
for _ = 1, 5 do set() end
print(#log, log[#log], plain.late)
passed.y = "there"
print(store.y)
rawset(passed, "y", "there")
for _ = 1, 5 do set() end
print(store.y, passed.y)

-- the upvalue itself changes: to another table, and to what is none
local target
local function hit(v)
  target.field = "hit"
  target.nothing = nil
  target.flag = false
  target.count = 3
  return v
end
local function many(n)
  local s = 0
  for i = 1, n do s = s + hit(i) end
  return s
end
for _, t in ipairs {{field = 1, flag = 1, count = 1, nothing = 1}, {}, {1, 2, 3}, {nothing = true}, {a = 1, b = 2, c = 3}} do
  target = t
  print(many(200), t.field, t.nothing, t.flag, t.count)
end
for _, bad in ipairs {3, "text", true, 0x7fffffff, print} do
  target = {}
  many(200)
  target = bad
  print(pcall(many, 200))
end
target = nil
print(pcall(many, 200))
target = setmetatable({}, {__newindex = function(_, k) error("no " .. k, 0) end})
print(pcall(many, 200))

-- strings that only the table keeps once the function is gone, stored while a collection is under way
local keep = {}
local function text(n) return "kept only by its table, " .. n end
for n = 1, 12 do
  local source = ([[
    local keep, step = ...
    return function(n)
      for i = 1, n do
        keep.last = "%s"
        keep.other = nil
        if i %% 40 == 0 then step() end
      end
    end]]):format(text(n))
  local f = load(source)(keep, function() collectgarbage("step", 1) end)
  f(200 + 7 * n)
  keep[n] = keep.last
  f(n)
  f = nil
  for i = 1, 50 do local s = "other text " .. i .. n end
  collectgarbage("step", 100)
  if keep.last ~= text(n) or keep.other ~= nil then print("lost", n) end
end
collectgarbage()
print(#keep, keep.last, keep[1], keep[12])

-- global variables are such fields
function global()
  counter = 1
  label = "label"
  ratio = 0.5
  gone = nil
  yes = true
end
for i = 1, 300 do
  gone = i
  global()
end
print(counter, label, ratio, gone, yes)
local seen = {}
setmetatable(_ENV, {__newindex = function(t, k, v) seen[#seen + 1] = k .. tostring(v) end})
gone, label = nil, nil
for _ = 1, 100 do global() end
setmetatable(_ENV, nil)
print(#seen, seen[1], seen[2], label, gone, counter)
local function elsewhere()
  local _ENV = {tostring = tostring}
  local function set() a = "a" b = 2 c = nil end
  for _ = 1, 200 do set() end
  return tostring(a) .. tostring(b) .. tostring(c)
end
print(elsewhere())
