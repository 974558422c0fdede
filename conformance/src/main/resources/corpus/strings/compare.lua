local list = { "", "a", "b", "ab", "B", "A", "aa", "\0", "a\0", "a\0b", "a\0c", "Z", "10", "9", "1", "~", " ", "\127", "aaa", "_" }
table.sort(list)
for i, s in ipairs(list) do io.write(("%q"):format(s), " ") end
print()
for i = 1, #list do
  for j = 1, #list do
    local a, b = list[i], list[j]
    assert((a < b) == (i < j) and (a <= b) == (i <= j) and (a > b) == (i > j) and (a >= b) == (i >= j) and (a == b) == (i == j))
  end
end
print("a\0b" < "a\0c", "a\0" > "a", "a" < "a\0", "\0" < "\1", "" < "\0", "a\0a" == "a\0a", "a\0a" == "a\0b")
print(("x"):rep(100) < ("x"):rep(101), ("x"):rep(100) .. "a" < ("x"):rep(100) .. "b", ("x"):rep(100) == ("x"):rep(50) .. ("x"):rep(50))
print("1" == 1, "1" ~= 1, "abc" == "abc", "abc" == "abd", rawequal("abc", "ab" .. "c"), rawlen("abc"))
for _, e in ipairs { "'a' < 1", "1 < 'a'", "'a' <= nil", "{} > 'a'", "'a' >= true" } do
  print(e, pcall(load("return " .. e, "=x")))
end
print(math.max(3, 10), pcall(math.max, "10", "9")) print(pcall(math.max, "a"))
local t = { "10", "9", "2", "33", "1" }
table.sort(t) print(table.concat(t, " "))
table.sort(t, function(a, b) return tonumber(a) < tonumber(b) end) print(table.concat(t, " "))
