local function f() error("first") end
local co = coroutine.wrap(function() local ok, e = pcall(f) coroutine.yield(e) f() end) print(co()) print(pcall(co))
-- metamethods: level 1 is the metamethod, level 2 the operation
local mt = { __index = function(t, k) error("no " .. k, 2) end, __add = function() error("add", 2) end, __call = function(self, x)
  error("call", x)
end, __newindex = function(t, k) error("set " .. k, 2) end, __lt = function() error("lt", 2) end, __len = function()
  error("len", 2)
end, __concat = function() error("cat", 2) end, __eq = function() error("eq", 2) end, __unm = function()
  error("unm", 2)
end, __close = function() error("close", 2) end, __tostring = function() error("ts", 2) end, __pairs = function()
  error("pairs", 2)
end }
local o = setmetatable({}, mt)
print(pcall(function() return o.x end))
print(pcall(function() return o + 1 end))
print(pcall(function() o(1) end))
print(pcall(function() o(2) end))
print(pcall(function() o.y = 1 end))
print(pcall(function() return o < 1 end))
print(pcall(function() return #o end))
print(pcall(function() return o .. "x" end))
print(pcall(function() return o == {} end))
print(pcall(function() return -o end))
print(pcall(function() return tostring(o) end))
print(pcall(function() for k in pairs(o) do end end))
print(pcall(function() local c <close> = o end))
for _, f in ipairs { function() return o.x end, function() o.z = 1 end } do print(pcall(f)) end
-- assert does not add a position
print(pcall(assert, false))
print(pcall(assert, nil, "message"))
print(pcall(assert, false, { 1 }) == false)
print(select("#", pcall(assert, 1, 2, 3))) print(assert(1, 2, 3))
print(select("#", assert(true)))
print(pcall(function() assert(1 == 2, "math") end))
print(pcall(function() assert(false, nil) end))
print(pcall(function() assert(nil, setmetatable({}, { __tostring = function() return "T" end })) end) == false)
print(pcall(assert, false, 42))
print(pcall(function() assert() end))
-- errors inside pcall inside error handlers; rethrow keeps the message as it is
print(pcall(function() local ok, e = pcall(error, "inner", 0) error(e, 0) end))
print(pcall(function() local ok, e = pcall(function() error("inner") end) error(e) end))
print(pcall(function() local ok, e = pcall(function() error("inner") end) error("outer: " .. e, 0) end))
local obj = setmetatable({ code = 404 }, { __tostring = function(s) return "E" .. s.code end })
local ok, e = pcall(function() local ok, e = pcall(error, obj) e.code = 500 error(e) end)
print(ok, tostring(e), rawequal(e, obj))
local log = {}
local function try(f, catch, finally)
  local r = table.pack(pcall(f))
  if not r[1] and catch then r = table.pack(pcall(catch, r[2])) end
  if finally then finally() end
  if not r[1] then error(r[2], 0) end
  return table.unpack(r, 2, r.n)
end
print(try(function() return 1, 2 end))
print(try(function() error("x", 0) end, function(e) return "caught " .. e end))
print(pcall(try, function() error("x", 0) end, function(e) error("again " .. e, 0) end, function()
  log[#log + 1] = "finally"
end))
print(log[1])
local function validate(n) if type(n) ~= "number" then error("number expected, got " .. type(n), 2) end return n end
print(pcall(function()
  validate(1)
  validate("x")
end)) f()
