local log = {}
local function cl(n)
  return setmetatable({}, { __close = function(self, err)
    log[#log + 1] = n .. (err ~= nil and "(" .. tostring(err) .. ")" or "")
  end })
end
local function flush(...) print(table.concat(log, " "), ...) log = {} end
do local a <close> = cl "a" local b <close> = cl "b" log[#log + 1] = "body" end flush()
for i = 1, 3 do local x <close> = cl("i" .. i) if i == 2 then goto cont end log[#log + 1] = "w" .. i ::cont:: end
flush()
for i = 1, 3 do local x <close> = cl("b" .. i) if i == 2 then break end end
flush()
local i = 0
while i < 2 do i = i + 1 local x <close> = cl("w" .. i) end
flush()
repeat local x <close> = cl "r" i = i - 1 until i == 0
flush()
local function f(n)
  local a <close> = cl("f" .. n)
  local b <close> = cl("g" .. n)
  if n > 0 then return f(n - 1) end
  return "ret"
end
flush(f(2))
local function multi() local x <close> = cl "m" return 1, 2, 3 end
flush(multi())
flush((multi()))
local function va(...) local x <close> = cl "v" return ... end
flush(va(1, nil, 3))
flush(select("#", va(table.unpack({}, 1, 100))))
-- nil and false are ignored; other values without a metamethod are errors
do local a <close> = nil local b <close> = false log[#log + 1] = "ok" end
flush()
print(pcall(function() local bad <close> = 5 end))
print(pcall(function() local bad <close> = {} end))
print(pcall(function() local bad <close> = "str" end))
print(pcall(function() local a <close> = cl "first" local b <close> = setmetatable({}, {}) end))
flush()
-- errors: handlers get the error; a later error replaces an earlier one
print(pcall(function() local a <close> = cl "a" local b <close> = cl "b" error("E", 0) end))
flush()
print(pcall(function()
  local a <close> = cl "a"
  local b <close> = setmetatable({}, { __close = function(_, e)
    log[#log + 1] = "b:" .. tostring(e)
    error("from b", 0)
  end })
  local c <close> = cl "c"
  error("E", 0)
end))
flush()
print(pcall(function()
  local a <close> = cl "a"
  local b <close> = setmetatable({}, { __close = function(_, e) error("b" .. tostring(e), 0) end })
  return "value"
end))
flush()
local ok, e = pcall(function()
  local a <close> = setmetatable({}, { __close = function(_, err) log[#log + 1] = type(err) end })
  error({ code = 5 })
end)
flush(ok, e.code)
print(pcall(function()
  local x <close> = setmetatable({}, { __close = function(_, e) error("1" .. tostring(e), 0) end })
  local y <close> = setmetatable({}, { __close = function(_, e) error("2" .. tostring(e), 0) end })
  local z <close> = setmetatable({}, { __close = function(_, e) error("3" .. tostring(e), 0) end })
  error("0", 0)
end))
-- the metamethod is looked up when it closes; what it returns is ignored; arguments
local late = setmetatable({}, { __close = function() return "ignored" end })
local function lf()
  local x <close> = late
  getmetatable(late).__close = function(...) log[#log + 1] = "replaced" .. select("#", ...) return "no" end
  return "yes"
end
flush(lf())
print(pcall(function() local x <close> = late getmetatable(late).__close = nil end))
-- closures see the variable; upvalues close together
local seen
do
  local x <close> = setmetatable({ v = 1 }, { __close = function(s) s.v = s.v + 1 end })
  seen = function() return x.v end
  log[#log + 1] = seen()
end
flush(seen())
-- nested functions, pcall inside a closing method, goto out of several blocks
do
  local a <close> = setmetatable({}, { __close = function()
    local b <close> = cl "inner"
    log[#log + 1] = tostring(pcall(error, "x"))
  end })
end
flush()
do
  do local a <close> = cl "a" do local b <close> = cl "b" do local c <close> = cl "c" goto out end end end
  ::out::
end
flush()
-- tail position, in a condition, in an expression
local function tail() local x <close> = cl "t" return multi() end
flush(tail())
flush((function()
  local x <close> = cl "x"
  return x ~= nil
end)() and "yes", 1 + select(2, (function() local x <close> = cl "y" return 10, 20 end)()))
local function recur(n) if n == 0 then error("bottom", 0) end local x <close> = cl(n) return (recur(n - 1)) end
print(pcall(recur, 5))
flush()
for n = 1, 2 do
  local x <close> = cl("n" .. n)
  for m = 1, 2 do local y <close> = cl("m" .. m) if m == n then goto nxt end end
  ::nxt::
end
flush()
local x <close> = setmetatable({}, { __close = function() print("main closes last") end })
print("end of main")
