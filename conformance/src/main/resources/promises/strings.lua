-- building, taking apart and comparing strings
local text, sum = "the quick brown fox jumps over the lazy dog", 0
for i = 1, 400000 do
  local k = i % #text + 1
  local s = text:sub(k, k + 4)
  sum = sum + s:byte(1) + #(s .. k)
  if s == "quick" or s < "fox" then sum = sum + 1 end
end
print(sum)
