-- Repetitions that never have to give bytes back, and those that do; captures that are opened and closed again.
local subjects = {
  "", "a", "aaa", "aaab", "key = value", "key=12, other = 345", "  padded text  ", "((a)(b))", "x\0y\0\0z", "a.b.c", "12.5e-3;",
  ("word "):rep(20), ("a"):rep(70) .. "b",
}
local patterns = {
  "a*", "a+", "a-", "a?", "a*a", "a*ab", "a+b", "a-b", "a?ab", "%a+%s", "%a+()%s", "(%a+)%s*=%s*(%w+)", "(%w+)()%s*=", "(%a*)(%d*)$",
  "^%s*(.-)%s*$", "%s+$", "%a+$", "%d+%.?%d*[eE]?[-+]?%d*", "^-?%d+%.?%d*[eE]?[-+]?%d*$", "(%a)%1", "(%a*)%1b", "%((.-)%)", "%b()",
  "(%b())", "%f[%w]%w+", "[^%z]+", "%z+", ".-%z", "(a*(.)a*)", "((a+)b)", "(()a*())", "a*b?a*", "[ab]*b", "[ab]+[bc]", "%a?%d", "%a?()%d",
  "%w+%p", "%w*%p?%w+", "(%w+),?", "x*()y*()", "[%a_][%w_]*", "%S+%s", "%S-%s", ".*=", ".+%d", ".-(%d+).-$",
}
local function show(...)
  local t = table.pack(...)
  for i = 1, t.n do t[i] = tostring(t[i]):gsub("%z", "\\0") end
  return table.concat(t, " ", 1, t.n)
end
for _, p in ipairs(patterns) do
  local line = {}
  for i, s in ipairs(subjects) do
    local all = {}
    for a, b in s:gmatch(p) do all[#all + 1] = show(a, b) end
    line[#line + 1] = show(s:find(p)) .. "/" .. table.concat(all, ",") .. "/" .. show(s:gsub(p, "<%0>"))
  end
  print(p, #table.concat(line, "|"))
  print(line[3], line[5], line[6], line[9])
end

-- How many choices and captures a pattern may have.
local function try(f, ...)
  local ok, message = pcall(f, ...)
  return ok, tostring(message):gsub("^.-:%d+: ", "")
end
local long = ("a"):rep(300)
for _, p in ipairs { "a?", "a*", "a-", "(a?)", "a?()", "b?", "(a)" } do
  for _, n in ipairs { 1, 15, 16, 17, 31, 32, 33, 190, 198, 199, 200, 201, 250 } do
    print(p, n, try(string.find, long, p:rep(n) .. "c?"))
    if p ~= "a-" then print(p, n, try(string.match, long, p:rep(n) .. "%d*")) end
  end
end
for n = 160, 200, 3 do
  print(n, try(string.find, long, ("(a?)"):rep(12) .. ("a?"):rep(n) .. "()"))
end
for _, p in ipairs { "(a", "a)", "(a)(", "%1", "(%1)", "(a)%2", "()%1", "((a)%1)", "((a)%2)", "x%0", "a[", "a[b", "a%", "%f", "%bx", "(()", "b)", "b%1", "b(%1)" } do
  print(p, try(string.find, "aab", p))
  print(p, try(string.gsub, "aab", p, "x"))
end
