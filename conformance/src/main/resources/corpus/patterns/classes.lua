local function set(p)
  local n, first, last = 0
  for i = 0, 255 do if string.char(i):find(p) then n = n + 1 first = first or i last = i end end
  return n .. ":" .. tostring(first) .. "-" .. tostring(last)
end
for _, p in ipairs { "%a", "%c", "%d", "%g", "%l", "%p", "%s", "%u", "%w", "%x", "%z", "%A", "%C", "%D", "%G", "%L", "%P", "%S", "%U", "%W", "%X", ".",
  "[%a]", "[^%a]", "[a-z]", "[^a-z]", "[%w_]", "[]]", "[^]]", "[]-a]", "[a-]", "[-a]", "[%-a]", "[a%-z]", "[^^]", "[%]]", "[%a-z]", "[a-%%]", "[%d-%x]",
  "[\0-\31]", "[\128-\255]", "[^\0]", "[z-a]", "[.]", "[%.]", "[*+?-]", "[^%s%c]", "[%s%S]", "[^%s%S]", "%%", "%.", "%[", "%]", "%^", "%$", "%(", "%-", "%_", "%\0", "$", "^", "a-", "]" } do
  io.write(p:gsub("[%c\128-\255]", function(c) return "\\" .. c:byte() end), " ", set(p), "\n")
end
print(("THE (quick) fox"):find("%((%a+)%)"))
print(("a-b"):match("[a%-]+"))
print(("x^y"):match("[x^]+"))
print(("a]b"):match("[]a]+"))
print(("a]b"):match("[^]]+"))
print(("0x1F"):match("^0[xX](%x+)$"))
print(("  trim  "):match("^%s*(.-)%s*$") .. "|", ("k = v"):match("^(%w+)%s*=%s*(%w+)$"))
