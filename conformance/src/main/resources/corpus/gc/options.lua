print(collectgarbage(), collectgarbage("collect"))
print(math.type(collectgarbage("count")), collectgarbage("count") > 1, collectgarbage("count") < 100000)
print(collectgarbage("isrunning"))
print(collectgarbage("stop"), collectgarbage("isrunning"))
print(collectgarbage("restart"), collectgarbage("isrunning"))
print(type(collectgarbage("step")), type(collectgarbage("step", 100)))
collectgarbage("incremental")
print(collectgarbage("generational"))
print(collectgarbage("incremental"))
print(collectgarbage("incremental", 100, 200, 10))
print(collectgarbage("generational", 20, 100))
print(collectgarbage("incremental"))
print(math.type(collectgarbage("setpause", 200)), math.type(collectgarbage("setstepmul", 100)))
print(pcall(collectgarbage, "unknown"))
print(pcall(collectgarbage, {}))
print(pcall(collectgarbage, "step", "x"))
print(pcall(collectgarbage, ""))
print(select("#", collectgarbage("count")))
-- the count grows with live data and falls after it is released
collectgarbage()
local base = collectgarbage("count")
local t = {}
for i = 1, 20000 do t[i] = { i } end
local full = collectgarbage("count")
print(full > base + 500)
t = nil
collectgarbage()
collectgarbage()
print(collectgarbage("count") < base + 200)
local s = ("x"):rep(1 << 20)
print(collectgarbage("count") > base + 1000)
s = nil
collectgarbage()
collectgarbage()
print(collectgarbage("count") < base + 200)
-- garbage does not pile up
local max = 0
for i = 1, 200000 do local g = { i } if i % 1000 == 0 then max = math.max(max, collectgarbage("count")) end end
print(max < base + 20000)
for i = 1, 100 do local g = ("y"):rep(1 << 18) .. i end
print(collectgarbage("count") < base + 100000)
-- stopped: objects are kept, restart collects again
collectgarbage("stop")
local w = setmetatable({ {} }, { __mode = "v" })
for i = 1, 1000 do local g = {} end
print(w[1] ~= nil)
collectgarbage("restart")
collectgarbage()
print(w[1])
collectgarbage("stop")
w[1] = {}
collectgarbage("collect")
print(w[1], collectgarbage("isrunning"))
collectgarbage("restart")
-- steps reach the end of a cycle
w[1] = {}
local n = 0
repeat n = n + 1 until collectgarbage("step", 1000) or n > 10000
repeat n = n + 1 until collectgarbage("step", 1000) or n > 10000
print(w[1], n < 10000)
for _, mode in ipairs { "generational", "incremental" } do
  collectgarbage(mode)
  local keep = {}
  for i = 1, 5000 do keep[i % 100] = { i, keep[(i - 1) % 100] and i } local junk = { {} } end
  local ok = true
  for i = 0, 99 do ok = ok and type(keep[i][1]) == "number" end
  print(mode, ok)
end
-- stress: no: it steers the collector itself
