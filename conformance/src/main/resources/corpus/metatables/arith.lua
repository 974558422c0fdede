local function name(v) return type(v) == "table" and (v.n or "table") or tostring(v) end
local mt = {}
for _, ev in ipairs { "add", "sub", "mul", "div", "mod", "pow", "idiv", "band", "bor", "bxor", "shl", "shr", "concat" } do
  mt["__" .. ev] = function(a, b) return ev .. "(" .. name(a) .. "," .. name(b) .. ")" end
end
mt.__unm = function(a, b) return "unm(" .. name(a) .. "," .. tostring(rawequal(a, b)) .. ")" end
mt.__bnot = function(a, b) return "bnot(" .. name(a) .. "," .. tostring(rawequal(a, b)) .. ")" end
local A, B = setmetatable({ n = "A" }, mt), setmetatable({ n = "B" }, mt)
print(A + B, A - 1, 2 * A, A / "x", nil == A, A % 3.5, A ^ true, 7 // A, {} ~= A)
print(A & 1, 1 | A, A ~ 2.5, A << "s", 1 >> A, ~A, -A, A .. B, A .. 1, "s" .. A, 1 .. A)
print(1 + A, 1.5 + A, "10" + A, A + "10", A + nil, nil + A, A + {}, print ~= A and A - A)
-- constants and immediate operands on either side
print(A + 1, 1 + A, A - 1, 1 - A, A * 1000, 1000 * A, A / 0, 0 / A, A & 0xff, 0xff & A, A << 1, 1 << A, A >> 1, 1 >> A, A // 1.5, A ^ 2, A % 0)
print(A + (-1), A - (-1), A + 1e10, A * 0.5, A | 1 << 40)
-- the first operand's metamethod has precedence
local P = setmetatable({ n = "P" }, { __add = function() return "from P" end })
local Q = setmetatable({ n = "Q" }, { __add = function() return "from Q" end, __sub = function() return "sub of Q" end })
print(P + Q, Q + P, P - Q, 1 + Q, Q + 1, pcall(function() return P - P end))
-- results: adjusted to one value; may be of any type
local R = setmetatable({}, { __add = function() return 1, 2, 3 end, __sub = function() end, __mul = function()
  return nil, 1
end, __unm = function() return false end })
print(R + 1, R - 1, R * 1, -R)
print(select("#", R + 1)) print(select("#", (R - 1)))
-- a metamethod that is callable but not a function; one that is not callable
local cal = setmetatable({}, { __call = function(self, a, b) return "called", type(self) end })
print(setmetatable({}, { __add = cal }) + 1)
print(pcall(function() return setmetatable({}, { __add = 5 }) + 1 end))
print(pcall(function() return setmetatable({}, { __concat = {} }) .. 1 end))
-- errors in operands without metamethods name the operand
local u, w = {}, "word"
print(pcall(function() return u + 1 end))
print(pcall(function() return 1 + u end))
print(pcall(function() return w * 2 end))
print(pcall(function() return -u end))
print(pcall(function() return u.x + 1 end))
print(pcall(function() return 2 ^ u.y end))
print(pcall(function() return u .. w end))
print(pcall(function() return ~u end))
print(pcall(function() return 1 // nil end))
print(pcall(function() return 10 % {} end))
print(pcall(function() return undefg - 1 end))
print(pcall(function() local a, b = 1 return a + b end))
-- chains and folding of concat
print(A .. B .. "x", "x" .. A .. "y", 1 .. 2 .. A .. 3 .. 4, A + B + A, A + B * A, (A .. "z") .. "w")
-- a small complex-number class
local C = {}
C.__index = C
local function cx(r, i) return setmetatable({ r = r, i = i }, C) end
local function lift(x) return type(x) == "number" and cx(x, 0) or x end
C.__add = function(a, b) a, b = lift(a), lift(b) return cx(a.r + b.r, a.i + b.i) end
C.__mul = function(a, b) a, b = lift(a), lift(b) return cx(a.r * b.r - a.i * b.i, a.r * b.i + a.i * b.r) end
C.__unm = function(a) return cx(-a.r, -a.i) end
C.__sub = function(a, b) return lift(a) + -lift(b) end
C.__eq = function(a, b) return a.r == b.r and a.i == b.i end
C.__tostring = function(a) return ("%g%+gi"):format(a.r, a.i) end
C.__pow = function(a, n) local r = cx(1, 0) for _ = 1, n do r = r * a end return r end
C.__len = function(a) return math.sqrt(a.r ^ 2 + a.i ^ 2) end
C.__lt = function(a, b) return #a < #b end
C.__call = function(a, k) return a[k] end
local z = cx(1, 2)
print(tostring(z + 1), tostring(2 * z), tostring(z * z), tostring(-z), tostring(z - cx(1, 1)), z == cx(1, 2), z ~= cx(1, 2), tostring(z ^ 3), #cx(3, 4), z < cx(5, 5), z > cx(5, 5), z "i")
