-- expect: output
-- prints: true
-- prints: 0	0	0
-- prints: nil	nil	nil
local ok = true
local extremes = { math.mininteger, math.mininteger + 1, -1 << 32, -1 << 31, -6, -5, -1, 0, 1, 5, 6, 1 << 31, 1 << 32, math.maxinteger - 1, math.maxinteger }
for _, i in ipairs(extremes) do
  for _, j in ipairs(extremes) do
    local s = ("hello"):sub(i, j)
    ok = ok and #s <= 5 and ("hello"):find(s, 1, true) ~= nil
    ok = ok and select("#", ("hello"):byte(i, j)) <= 5
    pcall(string.find, "hello", "l", i, true)
    pcall(string.gmatch, "hello", "l", i)
    pcall(utf8.len, "hello", i, j)
    pcall(utf8.codepoint, "hello", i, j)
    pcall(utf8.offset, "hello", i, j)
    pcall(string.unpack, "i1", "hello", i)
  end
end
print(ok)
print(#("x"):rep(math.mininteger), #("x"):sub(math.maxinteger), #("x"):sub(math.mininteger, math.mininteger))
print(("x"):byte(math.maxinteger), ("x"):find("x", math.maxinteger), ("x"):match("x", math.maxinteger))
