local s = "Test"
print(s:len(), s:sub(1, 2), s.upper(s), ("%d"):format(3), #s, s.missing, s[1], s["len"] == string.len)
print(pcall(function() return s.x.y end))
print(pcall(function() return s:nomethod() end))
print(pcall(function() s.x = 1 end))
print(pcall(function() s[1] = "x" end))
print(pcall(function() return ("x")() end))
print(pcall(function() return #5 end))
print(pcall(function() return (5):foo() end))
print(pcall(function() return (nil):foo() end))
local mt = getmetatable("")
print(type(mt), mt.__index == string, mt.__name, getmetatable("abc") == mt)
-- the string metatable may be extended
mt.__call = function(self, a, b) return self .. "(" .. tostring(a) .. "," .. tostring(b) .. ")" end
print(("f")(1, 2), s(nil))
mt.__call = nil
string.double = function(x) return x .. x end
print(s:double(), ("ab"):double():double())
string.double = nil
mt.__index = function(str, k) if type(k) == "number" then return string.sub(str, k, k) end return string[k] end
print(s[1], s[-1], s[9], s:upper())
mt.__index = string
local old = mt.__add
mt.__add = function(a, b) return "add(" .. tostring(a) .. "," .. tostring(b) .. ")" end
print("1" + 2, "x" + "y", pcall(function() return 1 + "z" end))
mt.__add = old
print("1" + 2, pcall(function() return "x" + 1 end))
mt.__unm = nil
print(pcall(function() return -"2" end))
mt.__lt = function(a, b) return "lt" end
print("a" < "b", pcall(function() return "a" < 1 end))
mt.__lt = nil
mt.__name = "MyString"
print(pcall(function() return {} .. {} end)) print(pcall(string.rep))
mt.__name = nil
