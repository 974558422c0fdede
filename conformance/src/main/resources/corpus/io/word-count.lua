-- a small filter program: counts lines, words and characters, and prints sorted frequencies
local lines, words, chars, freq = 0, 0, 0, {}
for line in io.lines(nil, "L") do
  lines = lines + 1
  chars = chars + #line
  for w in line:gmatch("%a+") do
    words = words + 1
    w = w:lower()
    freq[w] = (freq[w] or 0) + 1
  end
end
local list = {}
for w, n in pairs(freq) do list[#list + 1] = { w = w, n = n } end
table.sort(list, function(a, b) return a.n > b.n or a.n == b.n and a.w < b.w end)
print(lines, words, chars)
for i = 1, math.min(5, #list) do print(("%-8s %3d"):format(list[i].w, list[i].n)) end
