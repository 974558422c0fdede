-- A function that calls itself between operators whose metamethods never return: what it returns follows from them.
local function value(v)
  if type(v) == "table" then v = rawget(v, "v") end
  return type(v) == "number" and v or 1
end
local C = {}
C.__index = C
C.new = function(n) return setmetatable({ v = value(n) }, C) end
C.__add = function(a, b)
  local n, m = value(a), value(b)
  return C.new(nil)
end
C.__unm = function(a, b)
  local n, m = value(a), value(b)
  return C.new(nil)
end
C.__sub = function(a, b)
  local n, m = value(a), value(b)
  return (m - nil)
end
C.__mul = function(a, b)
  local n, m = value(a), value(b)
  return (-m)
end
local o = C.new(nil)
do
  local s, n = "", 0
  for i = 1, 18 do
    local before = s
    if i % 1 == 0 then s = (o + nil) end
    if type(s) ~= "string" then s = "other" end
    if s < before then n = n + 1 elseif s == before then n = n + 100 end
    if s == "other" then n = n + 3 end
    n = n + #s
  end
  print(s, n)
end
local function f(i, n)
  if i <= 0 then return (1 * o) end
  return 1 + f(i - 1, n) - f(i - 2, 1)
end
local a, b = f(1 % 8, nil), nil print(a, b)
print(f(0), pcall(f, 2), pcall(f, 3))
