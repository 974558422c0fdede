-- what compiled code does with strings itself, or has done without a frame
local function f(s, i) return s:byte(i), s:sub(i, i), #s, string.char(s:byte(i) or 65), s:upper(), s:find("b", 1, true) end
local n = 0
for i = 1, 6000 do
  local s = i % 7 == 0 and "xabcdefghijklmnopqrstuvwxyz0123456789zzzzzzzzzzzzzzzzzz" or "abc"
  local a, b, c, d, e, g, h = f(s, i % 5 + 1)
  n = n + (a or 0) + #b + c + #d + #e + (g or 0) + (h or 0)
  if s:byte(1) < 98 then n = n + 1 end
  if b < s then n = n + 2 end
  if s <= b then n = n + 3 end
  if s:sub(2) > b then n = n + 4 end
  if s:rep(2):reverse():lower() >= s then n = n + 5 end
  n = n + s:len() + string.len(b) + #type(s)
end
print(n)
local function each(f, ...) local r for _ = 1, 300 do r = table.pack(f(...)) end return table.unpack(r, 1, r.n) end
local long = ("0123456789"):rep(30)
print(each(function(s) local a, b, c, d = s:byte(2, 3) return a, b, c, d end, "abc"))
print(each(function(s) local a = s:byte(10) return a end, "abc"))
print(each(function(s) local a, b = s:byte(-1), s:byte(0) return a, b end, "abc"))
print(each(function(s) local a = s:sub(-2) local b = s:sub(0) local c = s:sub(5) return a, b, c end, "abc"))
print(each(function(s) local a = s:sub(2, 200) local b = s:upper() local c = s:reverse() return #a, #b, #c end, long))
print(each(function(s) local a = s:sub("2", 3.0) local b = s:rep(-1) local c = s:rep(0) return a, b, c end, "abc"))
print(each(function(s) local a = string.sub(s, 2) local b = string.byte(s) local c = string.len(s) return a, b, c end, 123))
print(each(function(s) local a = string.char() local b = string.char(0, 255) local c = string.char(s) return #a, #b, c end, 65))
print(each(function(s) local a, b, c = s:find("b.", 1, true) local d, e = s:find("b.") return a, b, c, d, e end, "abcb."))
print(each(function(s) local a = s < "b" local b = s <= "a" local c = s > "a" return a, b, c end, "a"))
print(each(function(s) local a = s < "a\0c" local b = "\xff" > s return a, b end, "a\0b"))
local function late(f, usual, other) for i = 1, 500 do f(i == 450 and other or usual) end end
local function fails(f, ...) print(pcall(late, f, ...)) end
fails(function(s) local x = s:byte(1) end, "x", {})
fails(function(s) local x = s:nothing() end, "x", "x")
fails(function(s) local x = string.sub(s, 1, 1) end, "x", false or {})
fails(function(s) local x = string.byte(s, 1) return x + 1 end, "x", "")
fails(function(s) local x = string.byte(s, 1) return x + 1 end, "x", {})
fails(function(s) local x = string.char(s) end, 65, 256)
fails(function(s) local x = string.rep("x", s) end, 3, "y")
fails(function(s) return s < "b" end, "a", 2)
fails(function(s) return #string.upper(s) end, "a", {})
fails(function(s) local x = type(s) return #x end, "a", {})
print(pcall(function() for i = 1, 500 do local x if i < 450 then x = type(i) else x = type() end end end))
-- methods of strings that the program changes
function string:twice() local r = self .. self return r end
local function twice(s) local x = s:twice() return x end
for i = 1, 500 do twice("ab") end
string.twice = string.upper
print(twice("ab"))
string.twice = nil
print(pcall(twice, "ab"))
local meta = getmetatable("")
meta.__index = function(s, k) return function() return k .. s end end
print(twice("ab"))
meta.__index = string
print(pcall(twice, "ab"))
