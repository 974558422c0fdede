-- word wrap, justification, tables, Roman numerals, spelled numbers, edit distance, Caesar and Vigenere ciphers
local text = "The kernel is the set of operations over those bytes: allocate, intern, get and set a table slot, run bytecode, collect garbage, match a pattern. It is written once."
local function wrap(s, width)
  local lines, line = {}, ""
  for word in s:gmatch("%S+") do
    if #line > 0 and #line + 1 + #word > width then lines[#lines + 1] = line line = word
    else line = line == "" and word or line .. " " .. word end
  end
  lines[#lines + 1] = line
  return lines
end
local function justify(line, width)
  local gaps = select(2, line:gsub(" ", ""))
  if gaps == 0 then return line end
  local extra, i = width - #line, 0
  return (line:gsub(" ", function()
    i = i + 1
    return (" "):rep(1 + extra // gaps + (i <= extra % gaps and 1 or 0))
  end))
end
for i, l in ipairs(wrap(text, 32)) do print(("%2d |%s|"):format(i, justify(l, 32))) end
local function roman(n)
  local out = ""
  for v, s in ("1000M900CM500D400CD100C90XC50L40XL10X9IX5V4IV1I"):gmatch("(%d+)(%a+)") do
    v = math.tointeger(v)
    out = out .. s:rep(n // v)
    n = n % v
  end
  return out
end
print(roman(1), roman(4), roman(9), roman(1994), roman(2024), roman(3999))
local ones = { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen" }
local tens = { "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety" }
local function spell(n)
  if n == 0 then return "zero" end
  local function below(k)
    if k < 20 then return ones[k] end
    if k < 100 then return tens[k // 10] .. (k % 10 > 0 and "-" .. ones[k % 10] or "") end
    return ones[k // 100] .. " hundred" .. (k % 100 > 0 and " " .. below(k % 100) or "")
  end
  local parts = {}
  for _, u in ipairs { { 1000000, " million" }, { 1000, " thousand" }, { 1, "" } } do
    local k = n // u[1]
    if k > 0 then parts[#parts + 1] = below(k) .. u[2] end
    n = n % u[1]
  end
  return table.concat(parts, " ")
end
for _, n in ipairs { 0, 7, 13, 20, 42, 100, 115, 1001, 12345, 999999, 1000000, 7654321 } do print(n, spell(n)) end
local function distance(a, b)
  local prev = {}
  for j = 0, #b do prev[j] = j end
  for i = 1, #a do
    local cur = { [0] = i }
    for j = 1, #b do
      cur[j] = math.min(prev[j] + 1, cur[j - 1] + 1, prev[j - 1] + (a:byte(i) == b:byte(j) and 0 or 1))
    end
    prev = cur
  end
  return prev[#b]
end
print(distance("kitten", "sitting"), distance("", "abc"), distance("same", "same"), distance("flaw", "lawn"))
local function caesar(s, k)
  return (s:gsub("%a", function(c)
    local base = c:match("%l") and 97 or 65
    return string.char((c:byte() - base + k) % 26 + base)
  end))
end
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3), caesar("xyz", 29))
local function vigenere(s, key, sign)
  local i = 0
  return (s:gsub("%u", function(c)
    i = i % #key + 1
    return string.char((c:byte() - 65 + sign * (key:byte(i) - 65)) % 26 + 65)
  end))
end
print(vigenere("ATTACK AT DAWN", "LEMON", 1), vigenere(vigenere("ATTACK AT DAWN", "LEMON", 1), "LEMON", -1))
local anagrams = {}
for w in ("listen silent enlist google elgoog abc cab bca"):gmatch("%a+") do
  local letters = { w:byte(1, -1) }
  table.sort(letters)
  local k = string.char(table.unpack(letters))
  anagrams[k] = anagrams[k] or {}
  table.insert(anagrams[k], w)
end
local groups = {}
for _, g in pairs(anagrams) do groups[#groups + 1] = table.concat(g, "=") end
table.sort(groups)
print(table.concat(groups, " "))
