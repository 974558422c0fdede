local s = "aé€😀z" -- starts at 1, 2, 4, 7, 11; 11 bytes
for n = -7, 7 do io.write(n, "=", tostring(utf8.offset(s, n)), " ") end
print()
for n = -3, 3 do io.write(n, "=", tostring(utf8.offset(s, n, 4)), " ") end
print()
for i = 1, #s + 1 do io.write(i, "->", utf8.offset(s, 0, i), " ") end
print()
for n = 1, 3 do io.write(tostring(utf8.offset(s, n, #s + 1)), " ") end
print()
for n = -3, -1 do io.write(tostring(utf8.offset(s, n, #s + 1)), " ") end
print()
print(utf8.offset("", 1), utf8.offset("", 0), utf8.offset("", -1), utf8.offset("", 2), utf8.offset("a", 1), utf8.offset("a", 2), utf8.offset("a", 3), utf8.offset("a", 5))
print(utf8.offset(s, 1, -1), utf8.offset(s, 0, -1), utf8.offset(s, -1, -1), utf8.offset(s, 2, -1))
print(pcall(utf8.offset, s, 1, 3))
print(pcall(utf8.offset, s, -1, 5))
print(pcall(utf8.offset, s, 0, 3))
print(pcall(utf8.offset, s, 1, 0))
print(pcall(utf8.offset, s, 1, 13))
print(pcall(utf8.offset, s, 1, -12))
print(pcall(utf8.offset, s))
print(pcall(utf8.offset, s, "x"))
print(pcall(utf8.offset, s, 1.5))
print(utf8.offset("\x80\x80", 0, 2), utf8.offset("\x80\x80\x80", 0, 3), pcall(utf8.offset, "\x80", 1))
print(utf8.offset(s, math.maxinteger), utf8.offset(s, math.mininteger))
-- substrings by characters
local function sub(str, i, j)
  local a = utf8.offset(str, i)
  local b = j == -1 and #str + 1 or utf8.offset(str, j + 1)
  if not a then return "" end
  return str:sub(a, (b or #str + 1) - 1)
end
print(sub(s, 1, 1), sub(s, 2, 3), sub(s, 4, -1), sub(s, -2, -1), sub(s, 1, -1) == s, sub(s, 9, 9))
local function chars(str) local r = {} for _, c in utf8.codes(str) do r[#r + 1] = utf8.char(c) end return r end
local cs = chars("añ日本語🎉")
print(#cs, table.concat(cs, "|"))
local rev = {}
for i = #cs, 1, -1 do rev[#rev + 1] = cs[i] end
print(table.concat(rev))
print(utf8.len(table.concat(rev))) print(#table.concat(rev))
-- round trip of every boundary
local ok = 0
for _, c in ipairs { 0, 1, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff } do
  local e = utf8.char(c)
  if utf8.codepoint(e) == c and utf8.len(e) == 1 and utf8.offset(e, 2) == #e + 1 and load("return '\\u{" .. ("%x"):format(c) .. "}'")() == e then
    ok = ok + 1
  end
end
print(ok)
local h = 0
for c = 0, 0x10ffff, 997 do
  if c < 0xd800 or c > 0xdfff then
    local e = utf8.char(c)
    for i = 1, #e do h = (h * 31 + e:byte(i)) & 0xffffffff end
    assert(utf8.codepoint(e) == c)
  end
end
print(h)
local valid = 0
for a = 0, 255 do for b = 0, 255, 5 do if utf8.len(string.char(a, b)) then valid = valid + 1 end end end
print(valid)
local lax = 0
for a = 0, 255 do for b = 0, 255, 5 do if utf8.len(string.char(a, b, 128), 1, -1, true) then lax = lax + 1 end end end
print(lax)
