print(type(nil), type(true), type(1), type(1.5), type("s"), type({}), type(print), type(function() end), type(coroutine.create(print)), type(io.stdout))
print(pcall(type)) print(type(type), type(nil, 1), type(type(nil)))
print(rawequal(1, 1.0), rawequal("a", "a"), rawequal({}, {}), rawequal(nil, nil), rawequal(0 / 0, 0 / 0), rawequal(1, "1"))
print(pcall(rawequal, 1))
local t = setmetatable({ 1, 2, x = nil }, { __index = function() return "i" end, __len = function() return 9 end, __eq = function()
  return true
end })
print(rawget(t, 5), t[5], rawlen(t), #t, rawequal(t, setmetatable({}, getmetatable(t))), t == setmetatable({}, getmetatable(t)))
print(rawset(t, "k", 1) == t, t.k, rawlen("four"), pcall(rawlen, nil))
print(rawget({ [1] = "a" }, 1.0), rawget({}, "x", "extra"))
print(select("#")) print(select("#", nil, nil)) print(select(2, "a", "b", "c")) print(select(-1, "a", "b"))
print(assert(1, "m", 3), assert("v"))
print(pcall(assert, nil))
print(pcall(assert, false, "msg", "more"))
print(pcall(assert, false, nil))
print(_VERSION, _G._G == _G, type(_G))
print(#tostring(print) > 0, tostring(print):match("^builtin") or tostring(print):match("^function"))
print(next({})) print(next({ 5 }))
print(type(next), type(pairs), type(warn))
warn("@off")
warn("not shown")
print(pcall(warn))
print(pcall(warn, {}))
print(pcall(warn, "a", nil))
print(dofile == nil or type(dofile), loadstring, unpack, table.getn, math.pow, string.gfind, setfenv, getfenv, module)
print(print() == nil, select("#", print()))
print(1, nil, true, "s", 1.0)
print("a\0b" == "a\0b", #"a\0b")
print(("x"):rep(3), nil)
print(pcall(print, setmetatable({}, { __tostring = function() return 1, 2 end })))
print(pcall(print, setmetatable({}, { __name = "N" })) == true)
local names = {}
for k in pairs(string) do names[#names + 1] = k end
table.sort(names)
print(table.concat(names, " "))
names = {}
for k in pairs(table) do names[#names + 1] = k end
table.sort(names)
print(table.concat(names, " "))
names = {}
for k in pairs(math) do names[#names + 1] = k end
table.sort(names)
print(table.concat(names, " "))
names = {}
for k in pairs(coroutine) do names[#names + 1] = k end
table.sort(names)
print(table.concat(names, " "))
names = {}
for k in pairs(utf8) do names[#names + 1] = k end
table.sort(names)
print(table.concat(names, " "))
