local function at(l) error("msg", l) end
print(pcall(at))
print(pcall(at, 0))
print(pcall(at, 1))
print(pcall(at, 2))
print(pcall(at, 3))
print(pcall(at, 100))
print(pcall(at, -1))
local function mid(l) at(l) end local function outer(l) mid(l) end
for l = 0, 4 do
  print(l, pcall(outer, l))
end
local function tail(l) return at(l) end print(pcall(tail, 1)) print(pcall(tail, 2))
-- only strings get a position
print(pcall(error, "direct"))
print(pcall(error, "direct", 1))
print(pcall(error, "direct", 2))
for _, v in ipairs { 42, 1.5, true } do print(pcall(error, v)) print(pcall(function() error(v) end)) end
print(pcall(error))
print(pcall(error, nil))
print(pcall(function() error() end))
local t = {}
print(select(2, pcall(error, t)) == t)
print(select(2, pcall(function() error(t, 2) end)) == t)
print(select(2, pcall(error, print)) == print)
print(pcall(function() error("a\nb") end))
print(pcall(function() error("") end))
print(pcall(function() error("x", "1") end))
print(pcall(function() error("x", 1.0) end))
print(pcall(function() error("x", {}) end))
print(pcall(function() error("x", "y") end))
-- positions of run-time errors in multi-line expressions and calls
print(pcall(function()
  local a
  local b = 1
    + a
    + 2
end))
print(pcall(function()
  local t = {
    x = 1,
    y = nil + 1,
  }
end))
print(pcall(function()
  local f
  f(1,
    2,
    3)
end))
print(pcall(function()
  local s = "a" ..
    "b" ..
    {} ..
    "c"
end))
print(pcall(function()
  local o = {}
  o
    .x
    .y = 5
end))
print(pcall(function()
  string.rep("x",
    {})
end))
print(pcall(function() if
  nil > 1
  then end end))
print(pcall(function() for i = 1,
  "x" do end end))
print(pcall(function() return #
  nil end)) print(pcall(function() return
  undefinedg.x end))
-- inside load with several chunk names
for _, n in ipairs { "=name", "@file.lua", "code text", "line one\nline two", "=" .. ("n"):rep(80), "@" .. ("p/"):rep(50) .. "f.lua", ("t"):rep(80), "", "=", "@", "\n", "x = 1\n" } do
  print((select(2, pcall(load("error('E')", n)))))
  print((select(2, load("x =", n))))
end
print((select(2, pcall(load("error('E')")))))
print((select(2, pcall(load("\n\n  error('E')\n")))))
print(pcall(load("local function f() error('lvl2', 2) end\n\nf()", "=L")))
print(pcall(string.gsub, "x", "x", function() error("in callback", 2) end))
print(pcall(table.sort, { 2, 1 }, function() error("in sort", 2) end))
print(pcall(rawlen, 5)) print(pcall(string.gsub, "x", "x", setmetatable({}, { __index = function() error("ix", 2) end })))
