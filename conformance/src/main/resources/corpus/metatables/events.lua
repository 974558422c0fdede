-- every event on one proxy, in the order in which it happens
local log = {}
local function proxy(target)
  local mt = {}
  for _, e in ipairs { "index", "newindex", "call", "len", "unm", "bnot", "add", "sub", "concat", "eq", "lt", "le", "close", "tostring", "pairs", "div", "mod", "idiv", "pow", "band", "bor", "bxor", "shl", "shr", "mul" } do
    mt["__" .. e] = function(a, b, c)
      log[#log + 1] = e
      if e == "index" then return target[b] elseif e == "newindex" then target[b] = c elseif e == "len" then return #target
      elseif e == "pairs" then return next, target elseif e == "tostring" then return "proxy" elseif e == "eq" or e == "lt" or e == "le" then return true end
      return e
    end
  end
  return setmetatable({}, mt)
end
local function flush(...) print(table.concat(log, " "), ...) log = {} end
local p, q = proxy { 1, 2, 3, x = "X" }, proxy {}
flush(p.x, p[1], p.none) p.y = 1 p[4] = 4 flush(p.y, #p) flush(p(1))
flush(-p, ~p, p + 1, 1 - p, p * q, p / 2, p % 2, p // 2, p ^ 2)
flush(p & 1, 1 | p, p ~ q, p << 1, 1 >> p, p .. "s", 1 .. p)
flush(p == q, p ~= q, p < q, p <= q, p > q, p >= q, p < 1, 1 >= p) flush(p == 1, p == p, rawequal(p, q))
flush(tostring(p))
do local c <close> = p end
flush()
for k in pairs(p) do if k == "x" then log[#log + 1] = "key" end end
flush()
for i, v in ipairs(p) do log[#log + 1] = v end
flush()
flush(table.concat(p, ","))
flush(table.unpack(p))
table.insert(p, 5)
flush(p[5])
flush(table.remove(p))
flush(next(p), rawlen(p), rawget(p, 1))
flush(select("#", p, q))
flush(#p .. "", p[#p])
table.sort(p, function(a, b) return a > b end) log = {}
flush(p[1])
-- metamethods are looked up raw in the metatable
local mt = setmetatable({}, { __index = function(_, k) error("looked up " .. k) end })
local r = setmetatable({}, mt)
print(pcall(function() return r.x, #r, r == {}, tostring(r) ~= nil end))
print(pcall(function() return r + 1 end))
local inh = setmetatable({}, { __index = { __add = function() return "inherited" end } })
print(pcall(function() return setmetatable({}, inh) + 1 end))
-- metatables may be changed later, and events added after the first use
local late = {}
local m = {}
setmetatable(late, m)
print(late.x, pcall(function() return late + 1 end))
m.__index = function() return "now" end
m.__add = function() return "sum" end
m.__eq = function() return true end
m.__len = function() return 9 end
print(late.x, late + 1, late == {}, #late)
m.__index, m.__add, m.__eq, m.__len = nil
print(late.x, pcall(function() return late + 1 end))
print(late == {}, #late)
rawset(m, "__index", { x = "raw" })
print(late.x)
for k in pairs(m) do m[k] = nil end
print(late.x)
m.__index = function(t, k) return k end
print(late.again)
m.__newindex = function() end
late.z = 1
print(rawget(late, "z"))
m.__newindex = nil
late.z = 1
print(rawget(late, "z"))
-- one metatable for many tables; a table that is its own metatable
local shared = { __unm = function(a) return a.v end }
local s = 0
for i = 1, 100 do s = s + -setmetatable({ v = i }, shared) end
print(s)
local selfmt = {}
selfmt.__index = function(t, k) return k == "n" and 1 or nil end
selfmt.__call = function(t, a) return a end
setmetatable(selfmt, selfmt)
print(selfmt.n, selfmt("c"), selfmt.other)
-- metamethods called with the stack nearly full of arguments
local function many(...) return p + select("#", ...), ... end
print((many(table.unpack({}, 1, 200))))
local order = {}
local A = setmetatable({}, { __add = function(a, b) order[#order + 1] = "A" return b end })
local B = setmetatable({}, { __add = function(a, b) order[#order + 1] = "B" return a end, __concat = function(a, b)
  order[#order + 1] = "cat"
  return "c"
end })
local _ = A + B
_ = B + A
_ = A + B + A
_ = "x" .. B .. "y" .. B
print(table.concat(order, " "))
