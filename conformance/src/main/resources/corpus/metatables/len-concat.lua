local L = setmetatable({ 1, 2, 3 }, { __len = function(t) return rawlen(t) * 10 end })
print(#L, rawlen(L))
print(#L + 1, -#L, not #L, #L == 30, L[#L])
print(#setmetatable({}, { __len = function() return "s" end }) .. "x")
print(pcall(table.unpack, setmetatable({}, { __len = function() return "x" end })))
print(pcall(table.concat, setmetatable({}, { __len = function() return 2.5 end })))
print(pcall(table.insert, setmetatable({}, { __len = function() return {} end }), 1))
print(table.unpack(setmetatable({ 1, 2, 3 }, { __len = function() return 2 end })))
print(table.unpack(setmetatable({ 1, 2, 3 }, { __len = function() return 2.0 end })))
print(pcall(table.sort, setmetatable({}, { __len = function() return math.maxinteger end })))
print(pcall(table.sort, setmetatable({ 3, 1, 2 }, { __len = function() return -5 end })))
local C = setmetatable({}, { __concat = function(a, b)
  local function s(x) return type(x) == "table" and "C" or tostring(x) end
  return "[" .. s(a) .. "+" .. s(b) .. "]"
end })
print(C .. "x", "x" .. C, C .. 1, 1.5 .. C, C .. C, C .. "a" .. "b", "a" .. "b" .. C, "a" .. C .. "b", 1 .. 2 .. C .. 3 .. 4, C .. C .. C)
print(C .. nil, nil .. C, C .. true, C .. {} , print == C)
print(pcall(function() return {} .. "x" end))
print(pcall(function() return "a" .. {} .. C end))
print(pcall(function() return "a" .. nil .. "b" end))
print(pcall(function() return C .. "x" .. nil end))
print(pcall(function() return nil .. "x" .. C end))
local R = setmetatable({}, { __concat = function(a, b) return 1, 2 end })
print(R .. 1, (R .. 2))
local N = setmetatable({}, { __concat = function() return nil end })
print(N .. "x", pcall(function() return "y" .. (N .. "x") end))
local T = setmetatable({}, { __concat = function(a, b)
  return setmetatable({ a, b }, getmetatable(type(a) == "table" and a or b))
end })
local r = T .. "x" .. "y"
print(type(r), r[1] == T, r[2])
r = "p" .. T .. "q"
print(r[1], r[2][1] == T, r[2][2])
-- rope, built by concatenation and flattened by tostring
local rope = {}
rope.__concat = function(a, b) return setmetatable({ l = a, r = b }, rope) end
rope.__tostring = function(t) return tostring(t.l) .. tostring(t.r) end
rope.__len = function(t) return #t.l + #t.r end
local x = setmetatable({ l = "", r = "" }, rope)
for i = 1, 50 do x = x .. (i % 10 .. "") end
print(tostring(x), #x)
print(tostring("<" .. x .. ">"):sub(1, 5))
print(#{ n = 1 }, #"abc" .. "d", -(#"abc") ^ 2, #"a" .. #"bb")
local S = setmetatable({}, { __len = function() return 3 end, __index = function(_, i) return i * i end })
print(table.concat(S, "-"), table.unpack(S))
local s = 0
for i = 1, #S do s = s + S[i] end
print(s)
print(pcall(string.len, S))
print(#tostring(12345), select("#", #S))
local y = setmetatable({}, { __len = function() return coroutine.yield("len") end, __concat = function(a, b)
  return coroutine.yield("cat")
end, __unm = function() return coroutine.yield("unm") end })
local co = coroutine.wrap(function() local n = #y local c = "a" .. y .. "b" return n, c, -y end)
print(co())
print(co(5))
print(co("C1"))
print(co("C2"))
