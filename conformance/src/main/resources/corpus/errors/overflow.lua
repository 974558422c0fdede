-- unbounded recursion is an ordinary, catchable error
local function has(ok, m) return ok, type(m) == "string" and m:find("overflow", 1, true) ~= nil end
local function plain() return 1 + plain() end
print(has(pcall(plain)))
local function mutual(n) local function other() return 1 + mutual(n + 1) end return 1 + other() end
print(has(pcall(mutual, 1)))
local function va(...) return 1 + va(...) end
print(has(pcall(va, 1, 2, 3)))
local t = {}
setmetatable(t, { __index = function(s, k) return s[k .. "x"] .. "y" end })
print(has(pcall(function() return t.a end)))
setmetatable(t, { __add = function(a, b) return (a + b) + 1 end })
print(has(pcall(function() return t + 1 end)))
setmetatable(t, { __call = function(s) return 1 + s() end })
print(has(pcall(t)))
setmetatable(t, { __tostring = function(s) return tostring(s) end })
print(has(pcall(tostring, t)))
setmetatable(t, { __eq = function(a, b) return not (a == b) end })
print(has(pcall(function() return t == {} end)))
setmetatable(t, { __concat = function(a, b) return (a .. b) .. "" end })
print(has(pcall(function() return t .. "" end)))
setmetatable(t, { __newindex = function(s, k, v) s[k] = v return 1 end })
print(has(pcall(function() t.x = 1 end)))
setmetatable(t, { __len = function(s) return #s + 1 end })
print(has(pcall(function() return #t end)))
setmetatable(t, { __lt = function(a, b) return not (a < b) end })
print(has(pcall(function() return t < 1 end)))
local function p() local ok, e = pcall(p) if not ok then error(e, 0) end return 1 end
print((pcall(p)))
local function g() return (("x"):gsub("x", g)) end
print(has(pcall(g)))
local function s() table.sort({ 1, 2, 3 }, s) end
print(has(pcall(s)))
local function l() return load("return ...")(l()) end
print(has(pcall(l)))
local function x() return xpcall(x, function(m) return m end) end
print(type(x()))
local w
w = function() return coroutine.wrap(w)() end
print(has(pcall(w)))
-- the state stays usable, again and again, with handlers and to-be-closed variables
for i = 1, 3 do io.write(tostring(pcall(plain)), " ") end
print()
local closed = 0
local function c()
  local x <close> = setmetatable({}, { __close = function() closed = closed + 1 end })
  return 1 + c()
end
print((pcall(c)), closed > 100)
print(xpcall(plain, function(m) return "handled: " .. tostring(m:find("stack overflow", 1, true) ~= nil) end))
local function rh() return xpcall(plain, function(m) return (rh) and "rh" end) end
print(rh())
print(has(xpcall(plain, function(m) return plain() end)))
local depth = 0
local function count() depth = depth + 1 return 1 + count() end
pcall(count)
print(depth > 10000, depth < 1000000)
local d1 = depth
depth = 0
pcall(count)
print(math.abs(depth - d1) < 100)
print(has(coroutine.resume(coroutine.create(plain))))
print(pcall(string.rep, "still works", 2))
-- long chains that are not recursion are fine
local chain = {}
for i = 1, 90 do chain = setmetatable({}, { __index = chain }) end
print(chain.x)
local nest = "x"
for i = 1, 150 do nest = "(" .. nest .. ")" end
print(load("local x = 7 return " .. nest)())
local f = function(v) return v end
for i = 1, 150 do local inner = f f = function(v) return inner(v + 1) end end
print(f(0))
print(select("#", table.unpack({}, 1, 10000)))
print(#table.pack(string.byte(("x"):rep(10000), 1, -1)))
