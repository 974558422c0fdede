-- Concatenations of strings and numbers in hot code: short and long ones, of all kinds of numbers, with metamethods
-- among them, and operands that cannot be concatenated.
local function show(s) return #s > 70 and s:sub(1, 60) .. "...#" .. #s or s end
local function again(name, f, ...)
  local ok, first = pcall(f, ...)
  for _ = 1, 30 do
    local okNow, now = pcall(f, ...)
    if okNow ~= ok or now ~= first then print("differs", name, first, now) return end
  end
  print(name, ok, type(first) == "string" and show(first) or first)
end
local numbers = {
  0, -0.0, 1, -1, 255, math.maxinteger, math.mininteger, 1.0, -1.5, 0.1, 1e15, 1e100, -1e-100, 2 ^ 53, 2 ^ 63, 1 / 0,
  -1 / 0, 123456789012345, 3.14159265358979,
}
for i, x in ipairs(numbers) do
  again("left " .. i, function() return x .. "" end)
  again("right " .. i, function() return "<" .. x end)
  again("both " .. i, function() return x .. x end)
  again("middle " .. i, function() return "a" .. x .. "b" .. i .. "c" end)
end
local texts = { "", "a", "abc", ("d"):rep(39), ("e"):rep(40), ("f"):rep(41), ("g"):rep(399), ("h"):rep(400), ("i"):rep(900) }
for i, s in ipairs(texts) do
  for j, t in ipairs(texts) do
    again("texts " .. i .. " " .. j, function() return s .. t end)
    again("mixed " .. i .. " " .. j, function() return s .. i .. t .. j * 1.5 end)
  end
end
again("eight", function(a, b) return a .. b .. a .. b .. a .. b .. a .. b end, 12, "x")
again("equal", function() local k = "k" .. 12 return k == "k12" and ({ k12 = "found" })[k] end)

-- a local that holds a number goes on doing so
local function keeps(n)
  local s = ""
  for i = 1, n do
    local x = i
    s = x .. "," .. s
    if math.type(x) ~= "integer" or x ~= i then return "changed" end
  end
  return s
end
again("keeps", keeps, 60)

-- metamethods and operands that are no texts, seldom and often
local M = { __concat = function(a, b) return (type(a) == "table" and "T" or a) .. "+" .. (type(b) == "table" and "T" or b) end }
local object = setmetatable({}, M)
local function among(x, n)
  local s = 0
  for i = 1, n do s = #(x .. i .. "y" .. x) end
  return s .. ":" .. (x .. n .. "y" .. x)
end
again("numbers", among, 7, 40)
again("objects", among, object, 40)
again("strings", among, "str", 40)
for _, wrong in ipairs { true, {}, print } do
  again("wrong left", function() return wrong .. "x" .. 1 end)
  again("wrong right", function() return "x" .. 1 .. wrong end)
  again("wrong middle", function() return 2 .. wrong .. "x" end)
end
again("nil field", function() local t = {} return "a" .. 1 .. t.x end)

-- much of it, with collections
local function build(n)
  local t, sum = {}, 0
  for i = 1, n do
    local key = "key" .. i .. "/" .. i * 0.5
    t[key] = i
    if i % 100 == 0 then t = {} end
    sum = (sum * 31 + #key) % 1000003
  end
  return sum
end
print(build(20000))
