-- Arrays of booleans grow, and of values among which are booleans: nothing gets lost on the way.
local function check(t, expected, n)
  for i = 1, n do
    if t[i] ~= expected(i) then return "element " .. i .. " is " .. tostring(t[i]) end
  end
  return #t
end
local function fill(expected, n)
  local t = {}
  for i = 1, n do t[i] = expected(i) end
  return t
end
local kinds = {
  function(i) return i % 3 == 0 end,
  function(i) return true end,
  function(i) if i == 1 then return 7 end return false end,
  function(i) if i == 8 then return 2.5 end return i % 2 == 0 end,
  function(i) if i == 13 then return "text" end return i % 2 == 1 end,
  function(i) if i % 64 == 63 then return i end return false end,
  function(i) if i < 9 then return true end return i end,
  function(i) if i > 60 then return "s" .. i end return true end,
}
for k, expected in ipairs(kinds) do
  local texts = {}
  for _, n in ipairs { 1, 4, 5, 7, 8, 9, 12, 16, 17, 31, 33, 63, 64, 65, 130, 300 } do
    texts[#texts + 1] = check(fill(expected, n), expected, n)
  end
  print(k, table.concat(texts, " "))
end
-- What was a number becomes a boolean, and a number again, in an array that grows in between.
local t = {}
for i = 1, 16 do t[i] = i end
for i = 1, 16 do t[i] = i % 2 == 0 end
for i = 17, 40 do t[i] = false end
for i = 1, 40, 3 do t[i] = i * 0.5 end
for i = 41, 90 do t[i] = true end
local texts = {}
for i = 1, 90 do texts[i] = tostring(t[i]) end
print(table.concat(texts, " "))
-- Booleans with gaps, and from a constructor.
local u = { true, false, nil, true, false, true, nil, false }
for i = 9, 50 do u[i] = i % 5 ~= 0 end
texts = {}
for i = 1, 50 do texts[i] = tostring(u[i]) end
print(table.concat(texts, " "))
