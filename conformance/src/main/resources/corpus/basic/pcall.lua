print(pcall(function() return end))
print(pcall(function() return nil end))
print(pcall(function(...) return ... end, 1, nil, 3, nil))
print(select("#", pcall(function(...) return ... end, 1, nil, 3, nil)))
print(pcall(error))
print(pcall(error, nil))
print(pcall(nil))
print(pcall(5))
print(pcall({}))
print(pcall("str"))
print(pcall(setmetatable({}, { __call = function(_, a) return "c", a end }), 1))
print(pcall(pcall, pcall, print, "deep"))
local function f(n) if n == 0 then error("bottom") end return pcall(f, n - 1) end
print(f(3))
print(select("#", f(50)))
-- locals and upvalues after an error
local x = 1
pcall(function() x = 2 error() end)
print(x)
local t = {}
pcall(function() for i = 1, 5 do t[i] = i if i == 3 then error() end end end)
print(#t)
-- pcall as an iterator, a comparator, a metamethod, a coroutine body
for ok, v in pcall, function() return nil end do print("iter", ok, v) break end
print(coroutine.wrap(pcall)(error, "e"))
print(setmetatable({}, { __index = pcall }).key)
print(pcall(string.gsub, "abc", "%w", pcall))
local arr = { 3, 1, 2 }
print(pcall(table.sort, arr, function(a, b)
  local ok, r = pcall(function() return a < b end)
  return r
end), table.concat(arr, " "))
-- many protected calls in sequence and nested, with errors of all kinds
local kinds = { function() error("s") end, function() error({}) end, function() local n = nil; n() end, function()
  return 1 + {}
end, function() return #5 end, function() return {} < {} end, function() string.rep() end, function()
  setmetatable({}, { __index = function() error("mm") end }).x = nil
  return setmetatable({}, { __index = function() error("mm") end }).x
end, function()
  coroutine.wrap(function() error("co") end)()
end, function() for i = 1, 10, 0 do end end, function() load("error('l')")() end, function() return ("x"):bad() end, function()
  table.concat({ {} })
end, function() next({}, 1) end, function() tostring() end }
local sum = 0
for r = 1, 50 do
  for i, k in ipairs(kinds) do local ok, e = pcall(k) if not ok and e ~= nil then sum = sum + i end end
end
print(sum)
print(xpcall(function(a, b) return a + b end, print, 1, 2))
print(xpcall(function(a, b) return a + b end, function(m) return "H(" .. m .. ")" end, 1))
print(xpcall(error, function(m) return m end))
local lvl = {}
print(xpcall(function()
  xpcall(function() error("in", 0) end, function(m) lvl[#lvl + 1] = "1" .. m error("h1", 0) end)
  error("out", 0)
end, function(m) lvl[#lvl + 1] = "2" .. m return "r" end), lvl[1], lvl[#lvl])
print(select(2, xpcall(function() error({ code = 3 }) end, function(e) return e.code end)))
print(xpcall(pcall, print, error, "x"))
print(xpcall(xpcall, function(m) return "outer " .. tostring(m) end, error, nil))
print((xpcall(string.rep, function(m) return m end)))
-- a handler that inspects the stack at the point of the error
local function inner() local marker = "here" error("E", 0) end
print(xpcall(inner, function(m)
  local i = debug.getinfo(3, "n")
  return m .. " in " .. tostring(i and i.name)
end) == false)
print(xpcall(inner, function(m) return debug.traceback(m, 1):match("stack traceback") end))
local ok, tb = xpcall(inner, debug.traceback)
print(ok, tb:match("^E\nstack traceback:\n") ~= nil)
