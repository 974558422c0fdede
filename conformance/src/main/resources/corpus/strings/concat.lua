print("a" .. "b", "a" .. 1, 1 .. "a", 1 .. 2, 1.5 .. "", -1 .. "", 1e100 .. "|", 2^63 .. "", "" .. "", 0.0 .. "x", -0.0 .. "x")
print(("x" .. "y" .. "z"):rep(2), "a" .. "b" == "ab", #("a\0" .. "\0b"))
for _, v in ipairs { {}, true, print } do
  print((select(2, pcall(function() return "x" .. v end)):gsub("^.-:%d+: ", "")))
  print((select(2, pcall(function() return v .. "x" end)):gsub("^.-:%d+: ", "")))
  print((select(2, pcall(function() return v .. v end)):gsub("^.-:%d+: ", "")))
  print((select(2, pcall(function() return 1 .. v end)):gsub("^.-:%d+: ", "")))
end
local a, t = nil, { n = {} }
print(pcall(function() return "x" .. a end))
print(pcall(function() return a .. "x" end))
print(pcall(function() return "x" .. undefinedglobal end))
print(pcall(function() return "x" .. t.n end))
print(pcall(function() return t.missing .. "x" end))
print(pcall(function() local l; return "x" .. "y" .. l end))
print(pcall(function() local l = {}; return "x" .. l .. "y" end))
print(pcall(function() return t.n .. t end))
-- many operands; numbers among them; the buffer must not be shared
local parts = {}
for i = 1, 60 do parts[i] = "(" .. i .. ")" end
local s = ""
for i = 1, 60 do s = s .. parts[i] end
print(#s, s == table.concat(parts), s:sub(-8))
local x = "q"
local y = x .. x
local z = y .. y
print(x, y, z, x .. y .. z .. 1 .. 2.5 .. x)
local long = ("abc"):rep(1000)
print(#(long .. long), (long .. "x"):sub(-3), (long .. long) == long:rep(2), long .. "" == long)
local d = {}
d[("a"):rep(50)] = 1
print(d[("a"):rep(25) .. ("a"):rep(25)], d[("a"):rep(49) .. "b"], rawequal(("a"):rep(50), ("a"):rep(25) .. ("a"):rep(25)))
local order = {}
local function f(v) order[#order + 1] = tostring(v) return v end
print(f(1) .. f(2) .. f(3), table.concat(order, ","))
print(pcall(function() return f("p") .. f({}) .. f("q") end))
print(#order)
