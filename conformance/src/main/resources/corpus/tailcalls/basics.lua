local function loop(n, acc) if n == 0 then return acc end return loop(n - 1, acc + 1) end
print(loop(1000000, 0))
local function a(n) if n == 0 then return "done" end return (function(m) return a(m) end)(n - 1) end print(a(300000))
local ping, pong
function ping(n) if n <= 0 then return "ping" end return pong(n - 1) end
function pong(n) if n <= 0 then return "pong" end return ping(n - 1) end
print(ping(500001), ping(500000))
-- through methods, varargs, __call
local o = {} function o:m(n) if n == 0 then return self == o end return self:m(n - 1) end print(o:m(300000))
local function v(n, ...) if n == 0 then return select("#", ...), ... end return v(n - 1, ...) end
print(v(300000, 1, nil, 3))
local function grow(n, ...) if n == 0 then return select("#", ...) end return grow(n - 1, n, ...) end print(grow(200))
local function shrink(x, ...) if x == nil then return "empty" end return shrink(...) end print(shrink(1, 2, 3, 4))
local c = setmetatable({}, {})
getmetatable(c).__call = function(self, n) if n == 0 then return "called" end return c(n - 1) end
print(c(300000))
-- to a C function; results pass through unchanged
local function toc(...) return select("#", ...) end
print(toc(nil, nil))
local function toc2(...) return string.rep("x", 3), 1 end
print(toc2())
print(pcall(function(...) return select(...) end, 2, "a", "b"))
-- not tail calls: these grow the stack, and so overflow
local function notail1(n) return (notail1(n + 1)) end
local function notail2(n) return notail2(n + 1), 1 end
local function notail3(n) return 1 + notail3(n) end
local function notail4(n) notail4(n) end
local function notail5(n) return notail5(n) or 1 end
local function notail6(n) local x <const> = notail6(n) return x end
for _, f in ipairs { notail1, notail2, notail3, notail4, notail5, notail6 } do
  local ok, m = pcall(f, 1)
  print(ok, (tostring(m):find("stack overflow", 1, true) ~= nil))
end
-- in a block with a to-be-closed variable "return f()" is not a tail call: the variable closes after the call
local log = {}
local function f() log[#log + 1] = "f" return "r" end
local function g()
  local x <close> = setmetatable({}, { __close = function() log[#log + 1] = "close" end })
  return f()
end
print(g(), table.concat(log, " "))
-- closures captured before a tail call keep their variables
local function h(n, fs)
  local x = n
  fs[#fs + 1] = function() x = x + 1 return x end
  if n == 3 then return fs end
  return h(n + 1, fs)
end
local fs = h(1, {})
print(fs[1](), fs[1](), fs[2](), fs[3]())
-- in a coroutine, with a yield between
local co = coroutine.wrap(function()
  local function l(n) if n == 0 then return "end" end if n % 1000 == 0 then coroutine.yield(n) end return l(n - 1) end
  return l(3000)
end)
print(co(), co(), co(), co())
-- errors name the frame that replaced its caller
local function err() error("tail error") end local function t1() return err() end print(pcall(t1))
local function bad() local nothing return nothing() end
print(pcall(bad))
local function bad2() return undefinedfn() end
print(pcall(bad2))
local function bad3() return o.nothing(1) end
print(pcall(bad3))
local function lvl() error("level 2", 2) end local function t2() return lvl() end print(pcall(t2))
