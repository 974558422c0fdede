-- io.read("n") takes the longest prefix that looks like a numeral, then converts it
for i = 1, 30 do
  local v = io.read("n")
  local rest = io.read("l")
  if rest == nil then print(i, "eof", v) break end
  print(i, v, v and math.type(v), ("%q"):format(rest))
end
