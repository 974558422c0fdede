-- byte, char, sub, rep, upper, find, reverse on short and longer strings
local N = tonumber((...)) or 450000

local byte, char, sub, rep, upper, find, reverse = string.byte, string.char, string.sub, string.rep, string.upper, string.find, string.reverse

local function rot13(s)
  local out = {}
  for i = 1, #s do
    local b = byte(s, i)
    if b >= 97 and b <= 122 then b = (b - 97 + 13) % 26 + 97 elseif b >= 65 and b <= 90 then b = (b - 65 + 13) % 26 + 65 end
    out[i] = char(b)
  end
  return table.concat(out)
end

local function run(n)
  local text = "The Quick Brown Fox Jumps Over The Lazy Dog"
  local sum = 0
  for i = 1, n do
    local k = i % #text + 1
    local piece = sub(text, k, k + 8)
    sum = sum + byte(piece, 1) + #piece
    if find(text, piece, 1, true) then sum = sum + 1 end
    if upper(piece) == piece then sum = sum + 2 end
    sum = sum + #rep(piece, i % 5)
    if reverse(piece) < piece then sum = sum + 3 end
    if i % 20 == 0 then sum = sum + byte(rot13(text), i % 40 + 1) end
    local h = 0
    for j = 1, #piece do h = (h * 31 + byte(piece, j)) % 65521 end
    sum = sum + h
  end
  return sum
end

print(string.format("stringops %d", run(N)))
