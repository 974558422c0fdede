-- any value is an error value
local function e(v) local r = table.pack(pcall(error, v)) return r.n, r[1], r[2] end
print(e(nil))
print(e(false))
print(e(true))
print(e(0))
print(e(1.5))
print(e("s"))
print(select(3, e(print)) == print)
local t = {}
print(select(3, e(t)) == t)
local co = coroutine.create(print)
print(select(3, e(co)) == co)
print(e(io.stdout) == 2)
print(e("a\0b") == 2, #select(3, e("a\0b")))
-- a class of errors, with inheritance and matching
local Err = {}
Err.__index = Err
Err.__tostring = function(s) return s.kind .. ": " .. s.msg end
function Err.new(k, m, c) return setmetatable({ kind = k, msg = m, cause = c }, Err) end
local function throw(k, m, c) error(Err.new(k, m, c), 2) end
local function catch(f, h)
  local r = table.pack(pcall(f))
  if r[1] then return table.unpack(r, 2, r.n) end
  local x = r[2]
  if getmetatable(x) == Err and h[x.kind] then return h[x.kind](x) end
  error(x, 0)
end
print(catch(function() throw("io", "disk") end, { io = function(x) return "handled " .. tostring(x) end }))
print(pcall(catch, function() throw("net", "down") end, { io = print }) == false)
print(select(2, pcall(catch, function() throw("net", "down") end, { io = print })).kind)
print(pcall(catch, function() error("plain", 0) end, {}))
print(catch(function() return 1, nil, 3 end, {}))
local ok, x = pcall(function() catch(function() throw("a", "1") end, { a = function(c) throw("b", "2", c) end }) end)
print(x.kind, x.cause.kind, tostring(x), tostring(x.cause))
-- xpcall: handlers get the error value, run before unwinding, and give the result
print(xpcall(error, function(m) return "h:" .. tostring(m) end, "v"))
print(xpcall(error, function(m) return m, "second" end, "v"))
print(xpcall(error, function() end, "v"))
print(xpcall(function() local n = nil; n() end, function(m) return m:upper() end))
print(xpcall(error, function(m) return type(m) end))
print(xpcall(function() return 1, 2, 3 end, print))
print(xpcall(function(...) return select("#", ...) end, print, nil, nil))
print(pcall(xpcall))
print(pcall(xpcall, print))
print(pcall(xpcall, print, nil))
print(xpcall(nil, function(m) return "not callable: " .. m end))
print(xpcall(error, tostring, 5))
print(xpcall(error, string.upper, "lib"))
local order = {}
print(xpcall(function()
  local c <close> = setmetatable({}, { __close = function() order[#order + 1] = "close" end })
  error("E", 0)
end, function(m) order[#order + 1] = "handler" return m end), table.concat(order, " "))
-- an error in the handler
print(xpcall(error, function(m) error("second", 0) end, "first"))
print(xpcall(error, error, "x"))
print(xpcall(error, function(m) local n = nil + 1 end, "first"))
local depth = 0
print((xpcall(error, function(m) depth = depth + 1 error("again " .. depth, 0) end, "first")), depth > 1)
print(pcall(xpcall, error, 5, "x"))
print(pcall(xpcall, error, {}, "x"))
local n = 0
print(xpcall(error, function(m)
  n = n + 1
  if n < 5 then error("e" .. n, 0) end
  return "recovered from " .. tostring(m)
end, "start"))
-- nested protected calls
print(pcall(pcall))
print(pcall(pcall, error))
print(pcall(pcall, error, "e"))
print(pcall(error, "e", 0))
print(select("#", pcall(function() end))) print(select("#", pcall(error)))
local function nest(n) if n == 0 then error("deep", 0) end local ok, m = pcall(nest, n - 1) error(m .. n, 0) end
print(pcall(nest, 9))
print(pcall(pcall, pcall, pcall, error, "x"))
local r = table.pack(pcall(table.unpack, {}, 1, 200))
print(r.n)
