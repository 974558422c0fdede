-- tables that stand for others: without a key, with some, and without again
local store, reads, writes = {}, 0, 0
local meta = {
  __index = function(_, k) reads = reads + 1 return store[k] end,
  __newindex = function(_, k, v) writes = writes + 1 store[k] = v end,
}
local function proxy() return setmetatable({}, meta) end

local function use(t, n)
  local s = 0
  for i = 1, n do
    t[i] = (t[i] or 0) + i
    t.last = i
    s = s + t[i] + t.last
  end
  return s
end

local p = proxy()
for _ = 1, 40 do use(p, 10) end
print(use(p, 10), reads, writes)

-- a key of its own is not the other table's business
rawset(p, 1, 100)
print(use(p, 10), reads, writes, rawget(p, 1), store[1])
rawset(p, "last", -1)
print(use(p, 3), reads, writes, rawget(p, "last"), store.last)
rawset(p, 1, nil)
rawset(p, "last", nil)
print(use(p, 10), reads, writes, next(p))

-- another metatable, none, and no table at all
setmetatable(p, { __index = store, __newindex = store })
print(use(p, 10), reads, writes, next(p))
setmetatable(p, { __index = function(_, k) return k == "last" and 5 or 2 end })
print(pcall(use, p, 10))
setmetatable(p, nil)
print(use({}, 10), pcall(use, nil, 1))
print(pcall(use, 7, 1))
print(pcall(use, "text", 1))

-- what the metamethods do to the table that they stand for
local grown = setmetatable({}, {
  __newindex = function(t, k, v) rawset(t, k, v) end,
  __index = function(t, k) rawset(t, k, 0) return 0 end,
})
for _ = 1, 20 do use(grown, 10) end
print(use(grown, 10), #grown, rawget(grown, "last"))

-- nil and NaN as keys, through metamethods and without
local function put(t, k) t[k] = 1 return t[k] end
local any = setmetatable({}, { __newindex = function() writes = writes + 1 end, __index = function() return "any" end })
for i = 1, 60 do put(any, i) end
print(put(any, nil), put(any, 0 / 0), writes)
setmetatable(any, nil)
print(pcall(put, any, nil))
print(pcall(put, any, 0 / 0))

-- an error in a metamethod has its line and its name
local strict = setmetatable({}, {
  __index = function(_, k) if k == 99 then error("no " .. k) end return 1 end,
  __newindex = function(_, k) if k == 99 then error("not " .. k, 2) end end,
})
local function each(t, from, to)
  local s = 0
  for i = from, to do
    s = s + t[i]
    t[i] = s
  end
  return s
end
for _ = 1, 30 do each(strict, 1, 10) end
print(each(strict, 1, 98), pcall(each, strict, 90, 99))
