local s = "hello world"
for _, r in ipairs { { 1 }, { 1, 5 }, { -5 }, { -5, -3 }, { 0 }, { 0, 3 }, { 5, 5 }, { 6, 5 }, { 12 }, { 11 }, { 100, 200 }, { -100, 3 }, { -100, -100 },
  { 3, -3 }, { 8, -8 }, { math.mininteger, math.maxinteger }, { math.maxinteger, math.mininteger }, { math.mininteger }, { math.maxinteger }, { 1, math.mininteger },
  { 2, math.maxinteger }, { -1, -1 }, { -11, 1 }, { -12, 1 }, { 1, -12 }, { 1, 0 }, { 2.0, 4.0 } } do
  io.write("[", s:sub(r[1], r[2]), "] ")
end
print()
print((""):sub(1), (""):sub(0, -1), (""):sub(-1, 1), ("x"):sub(1, 1), ("x"):sub(2), ("\0ab"):sub(1, 1) == "\0")
print(pcall(string.sub)) print(pcall(string.sub, "x"))
print(pcall(string.sub, "x", {})) print(pcall(string.sub, "x", 1, {}))
print(pcall(string.sub, "x", 1.5))
print(pcall(string.sub, "x", "a"))
print(string.sub(12345, 2, 3), ("abc"):sub("2"), ("abc"):sub("2", "2.0"))
print(("abc"):sub(2, nil), pcall(("abc").sub, "abc", nil))
local n = 0
for i = -4, 4 do for j = -4, 4 do n = n * 3 % 1000003 + #("abc"):sub(i, j) end end
print(n)
for i = -4, 4 do
  for j = -4, 4 do
    local b = table.pack(("abc"):byte(i, j))
    assert(b.n == #("abc"):sub(i, j) or i == 0 and b.n == #("abc"):sub(1, j), i .. " " .. j)
  end
end
print(("%s|%s"):rep(2, "+"):sub(2, -2), ("x").sub("abc", -2), s.sub(s, 7))
print(("abc"):byte(math.mininteger, math.maxinteger))
print(("abc"):byte(math.maxinteger)) print(("abc"):byte(math.mininteger)) print(("abc"):byte(2, math.maxinteger))
