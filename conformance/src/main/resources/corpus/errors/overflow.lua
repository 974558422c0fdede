-- unbounded recursion is an ordinary, catchable error
local function has(ok, m) return ok, type(m) == "string" and m:find("overflow", 1, true) ~= nil end
local function plain() return 1 + plain() end
print(has(pcall(plain)))
local function mutual(n) local function other() return 1 + mutual(n + 1) end return 1 + other() end
print(has(pcall(mutual, 1)))
local function va(...) return 1 + va(...) end
print(has(pcall(va, 1, 2, 3)))
local t = {}
setmetatable(t, { __index = function(s, k) return s[k] .. "y" end })
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
local function l() assert(load(l)) end
print(has(pcall(l)))
local function x() return xpcall(x, function(m) return m end) end
print(type(x()))
local w
w = function() return coroutine.wrap(w)() end
print(has(pcall(w)))
