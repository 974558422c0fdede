-- yields from within loops, varargs, expressions, conditions and constructors: the frame must be restored exactly
local y = coroutine.yield
local function drive(f, ...)
  local co = coroutine.create(f)
  local r = table.pack(coroutine.resume(co, ...))
  local n = 0
  while coroutine.status(co) == "suspended" do n = n + 1 r = table.pack(coroutine.resume(co, n, n * 10)) end
  return table.unpack(r, 2, r.n)
end
print(drive(function() return y() + y() * y() - y() end))
print(drive(function()
  local t = { y(), y(), x = y(), [y()] = y(), y() }
  return #t, t[1], t[2], t.x, t[3], t[4]
end))
print(drive(function() local s = "" for i = y(), y() + 3, y() - 2 do s = s .. i .. y() .. "," end return s end))
print(drive(function() local s = 0 for _, v in ipairs { y(), y(), y() } do s = s + v * y() end return s end))
print(drive(function() local a, b, c = y(), (y()), y() return a, b, c end))
print(drive(function() local a, b, c = y() return a, b, c end))
print(drive(function(...) return select("#", y(...), y(...)), ... end, 1, 2, 3))
print(drive(function() return y() and y() or y(), not y(), y() == 5 and "five" end))
print(drive(function() return ("x"):rep(y()) .. y() .. "z" .. y() end))
print(drive(function() local t = {} t[y()], t[y()] = y(), y() return t[1], t[2] end))
print(drive(function() local i = 0 while y() < 5 do i = i + 1 end repeat i = i + y() until i > 20 return i end))
print(drive(function() if y() == 1 and y() == 3 then return "no" elseif y() == 3 then return "yes" end end))
print(drive(function() local function f(a, b, ...) return b, select("#", ...) end return f(y(), y(), y()) end))
print(drive(function() return y(), (function() return y() end)(), (function() return y(), y() end)() end))
print(drive(function()
  local o = { v = 5 }
  function o:add(n, m) return self.v + n + m end
  return o:add(y(), (y()))
end))
print(drive(function()
  local s = 0
  for i = 1, 3 do local c = function() return y() + i end s = s * 100 + c() end
  return s
end))
print(drive(function() goto a ::b:: do return y() end ::a:: y() goto b end))
print(drive(function() return #{ y() }, #{ y(), nil, y() } > 0, -y(), ~y(), y() // 1, 1 << y() end))
print(drive(function()
  local a <const>, b = y()
  local function up() b = b + y() return b end
  return a, up(), up()
end))
print(drive(function() return math.max(y(), y(), y()), string.format("%d-%d", y(), (y())) end))
print(drive(function() local x = y() y() local z = y() return x, z, x + z end))
print(drive(function() return pcall(function() return y(), y(), error("e" .. y(), 0) end) end))
print(drive(function()
  local r = {}
  for w in ("a b c"):gmatch("%a") do r[#r + 1] = w .. y() end
  return table.concat(r)
end))
print(drive(function()
  local t = setmetatable({}, { __index = function(t, k) return y() .. k end })
  return t.a, t.b .. t.c
end))
local function fin(n) if n == 0 then return y("leaf") end return fin(n - 1) end
print(drive(fin, 10))
print(drive(function()
  local function f(n) if n > 0 then y() return f(n - 1) end return "tail done", y() end
  return f(5)
end))
