local B = {}
B.__index = B
local BASE, W = 10000000, 7
local function new(t) return setmetatable(t, B) end
local function big(v)
  if getmetatable(v) == B then return v end
  local s = tostring(v)
  local r = {}
  for i = #s, 1, -W do r[#r + 1] = tonumber(s:sub(math.max(1, i - W + 1), i)) end
  return new(r)
end
local function trim(r)
  while #r > 1 and r[#r] == 0 do r[#r] = nil end
  return r
end
B.__add = function(a, b)
  a, b = big(a), big(b)
  local r, c = {}, 0
  for i = 1, math.max(#a, #b) do
    local s = (a[i] or 0) + (b[i] or 0) + c
    r[i], c = s % BASE, s // BASE
  end
  if c > 0 then r[#r + 1] = c end
  return new(r)
end
B.__sub = function(a, b)
  a, b = big(a), big(b)
  local r, c = {}, 0
  for i = 1, #a do
    local s = a[i] - (b[i] or 0) - c
    if s < 0 then s, c = s + BASE, 1 else c = 0 end
    r[i] = s
  end
  return trim(new(r))
end
B.__mul = function(a, b)
  a, b = big(a), big(b)
  local r = {}
  for i = 1, #a + #b do r[i] = 0 end
  for i = 1, #a do
    local c = 0
    for j = 1, #b do
      local s = r[i + j - 1] + a[i] * b[j] + c
      r[i + j - 1], c = s % BASE, s // BASE
    end
    r[i + #b] = r[i + #b] + c
  end
  return trim(new(r))
end
B.__lt = function(a, b)
  a, b = big(a), big(b)
  if #a ~= #b then return #a < #b end
  for i = #a, 1, -1 do if a[i] ~= b[i] then return a[i] < b[i] end end
  return false
end
B.__eq = function(a, b) return not (a < b) and not (b < a) end
B.__le = function(a, b) return not (b < a) end
B.__tostring = function(a)
  local s = { tostring(a[#a]) }
  for i = #a - 1, 1, -1 do s[#s + 1] = ("%07d"):format(a[i]) end
  return table.concat(s)
end
B.__mod = function(a, m)
  local r = 0
  for i = #a, 1, -1 do r = (r * BASE + a[i]) % m end
  return r
end
B.__idiv = function(a, m)
  local q, r = {}, 0
  for i = #a, 1, -1 do
    local v = r * BASE + a[i]
    q[i], r = v // m, v % m
  end
  return trim(new(q))
end
B.__pow = function(a, n)
  local r = big(1)
  while n > 0 do
    if n % 2 == 1 then r = r * a end
    a, n = a * a, n // 2
  end
  return r
end
B.__concat = function(a, b) return tostring(a) .. tostring(b) end
local f = big(1)
for i = 1, 50 do f = f * i end
print(f)
local a, b = big(0), big(1)
for _ = 1, 300 do a, b = b, a + b end
print(a)
print(big(2) ^ 200, big(7) ^ 77 - 1, big("123456789012345678901234567890") * big("987654321098765432109876543210"))
print(f % 97, (f + 5) % 10007, f // 1000000, big(10) ^ 30 // 7)
print(big(5) < big(6), big(10) ^ 20 > big(10) ^ 19, big("00012") == big(12), big(3) <= 3, 4 >= big(4), big(1) ~= big(2))
print("n = " .. big(12) .. "!", #(tostring(big(3) ^ 1000)), tostring(big(3) ^ 1000):sub(1, 20))
local digits = 0
for d in tostring(big(2) ^ 1000):gmatch("%d") do digits = digits + d end
print(digits, math.type(digits))
