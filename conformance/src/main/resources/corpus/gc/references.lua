-- old objects that come to refer to new ones, in every way that a reference can be made
local old = {}
local function up() local v = { 0 } return function() return v end, function(x) v = x end end
local get, set = up()
local mt = {}
local obj = setmetatable({}, mt)
local co = coroutine.wrap(function() local l = {} while true do l = coroutine.yield(l) end end)
co()
for _, mode in ipairs { "incremental", "generational", "incremental" } do
  collectgarbage(mode)
  for _ = 1, 3 do collectgarbage() end
  for i = 1, 3000 do
    old[i % 50] = { i }
    old["k" .. i % 50] = "s" .. i
    set({ i, get()[1] })
    mt.__index = { v = i }
    mt.__call = function() return i end
    local prev = co({ i })
    rawset(old, "raw", { i })
    old.nested = { { { i } } }
    gvar = { i }
    obj.self = { obj }
    if i % 100 == 0 then collectgarbage("step", 10) end
    assert(old[i % 50][1] == i and get()[1] == i and obj.v == i and obj() == i and old.raw[1] == i and old.nested[1][1][1] == i and gvar[1] == i)
  end
  local s = 0
  for i = 0, 49 do s = s + old[i][1] + #old["k" .. i] end
  print(mode, s, co({})[1], obj.self[1] == obj)
end
-- strings made during collection are not lost, interned ones stay unique
local set2 = {}
for i = 1, 5000 do set2["key" .. i] = "val" .. i if i % 500 == 0 then collectgarbage() end end
local ok = true
for i = 1, 5000 do ok = ok and set2["key" .. i] == "val" .. i end
print(ok)
for i = 1, 5000 do if i % 3 ~= 0 then set2["key" .. i] = nil end end
collectgarbage()
local n = 0
for k, v in pairs(set2) do n = n + 1 assert(v == "val" .. k:sub(4)) end
print(n)
-- long lists and deep nesting do not overflow the collector
local list
for i = 1, 200000 do list = { list } end
collectgarbage()
n = 0
while list do n = n + 1 list = list[1] end
print(n)
local wide = {}
for i = 1, 1000 do wide[i] = {} for j = 1, 50 do wide[i][j] = { j } end end
collectgarbage()
print(wide[1000][50][1])
local cl = function() return "base" end
for i = 1, 20000 do local f = cl cl = function() return f end end
collectgarbage()
n = 0
local c = cl
while type(c) == "function" do c = c() n = n + 1 end
print(n, c)
local cos
for i = 1, 2000 do
  local inner = cos
  cos = coroutine.create(function() coroutine.yield(inner) end)
  coroutine.resume(cos)
end
collectgarbage()
print(coroutine.status(cos))
local chain = setmetatable({}, { __index = { base = "found" } })
for i = 1, 50 do chain = setmetatable({}, { __index = chain }) collectgarbage("step") end
print(chain.base)
