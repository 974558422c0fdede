-- text looked at byte by byte, hot
local function count(s, byte)
  local n = 0
  for i = 1, #s do
    if s:sub(i, i) == byte then n = n + 1 end
  end
  return n
end
for _ = 1, 4 do print(count(("abcabd"):rep(100), "a"), count(("x"):rep(50), "y")) end

local function reverse(s)
  local t = {}
  for i = #s, 1, -1 do t[#t + 1] = s:sub(i, i) end
  return table.concat(t)
end
for _ = 1, 4 do print(reverse("The quick brown fox"), #reverse(("long "):rep(30))) end

-- every byte, its string made here for the first time, and again when it is gone
local all = {}
for b = 0, 255 do all[b + 1] = string.char(b) end
local bytes = table.concat(all)
local function check(s)
  local bad = 0
  for i = 1, #s do
    local c = s:sub(i, i)
    if #c ~= 1 or c:byte() ~= i - 1 then bad = bad + 1 end
  end
  return bad
end
for _ = 1, 4 do
  print(check(bytes))
  all = nil
  collectgarbage()
end

-- positions outside, from the end, and as floats
local function outside(s)
  local t = {}
  for i = -2, #s + 2 do t[#t + 1] = "[" .. s:sub(i, i) .. "]" end
  for i = 1.0, 3.0 do t[#t + 1] = s:sub(i, i) end
  return table.concat(t)
end
for _ = 1, 20 do outside("abc") end
print(outside("abc"), outside("\0z"))

-- numbers and tables in place of strings
local function first(x, i) return x:sub(i, i) end
local object = { sub = function(self, i, j) return "object " .. i + j end }
for n = 1, 60 do
  first("word", n % 4 + 1)
  if n % 10 == 0 then print(first(object, n), first("word", n % 4 + 1)) end
end
print(pcall(first, 12, 1))
print(pcall(first, nil, 1))
local sub = string.sub
local function ofNumber(x, i) return sub(x, i, i) end
for n = 1, 60 do ofNumber("word", n % 4 + 1) end
print(ofNumber(1234, 2), ofNumber("abc", 2), pcall(ofNumber, {}, 1))
