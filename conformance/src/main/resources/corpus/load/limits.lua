local function try(label, s)
  local _, f, m = pcall(load, s, "=" .. label)
  print(label, f ~= nil, m and (m:gsub("near.*", "near ...")) or "")
end
local function rep(a, n, b, m) return a:rep(n) .. (m or "") .. (b or ""):rep(n) end
-- nesting below the limit of 200 is accepted; far above it is refused, quickly
try("parens", "return " .. rep("(", 150, ")", "1")) try("tables", "return " .. rep("{", 150, "}"))
try("functions", "return " .. rep("function() return ", 60, " end", "1")) try("blocks", rep("do ", 150, " end"))
try("ifs", rep("if x then ", 150, " end")) try("unary", "return " .. ("-"):rep(150):gsub("%-", "- ") .. "1")
try("nots", "return " .. ("not "):rep(150) .. "1") try("concat", "return " .. ("'a' .. "):rep(150) .. "'b'")
try("power", "return " .. ("1 ^ "):rep(150) .. "1") try("calls", "return f" .. ("()"):rep(1000))
try("index", "return a" .. (".b"):rep(1000)) try("brackets", "return " .. rep("a[", 150, "]", "1"))
try("args", "return " .. rep("f(", 150, ")", "1")) try("add", "return " .. ("1 + "):rep(10000) .. "1")
try("ands", "return " .. ("a and "):rep(10000) .. "1")
try("elseifs", "if a then " .. ("elseif b then "):rep(5000) .. "end") try("semicolons", (";"):rep(100000))
try("statements", ("x = 1 "):rep(20000)) try("fields", "return {" .. ("x = 1, "):rep(10000) .. "}")
try("items", "return {" .. ("1, "):rep(50000) .. "}")
for _, n in ipairs { 250, 100000 } do
  try("parens " .. n, "return " .. rep("(", n, ")", "1")) try("tables " .. n, "return " .. rep("{", n, "}"))
  try("functions " .. n, "return " .. rep("function() return ", n, " end", "1"))
  try("blocks " .. n, rep("do ", n, " end")) try("ifs " .. n, rep("if x then ", n, " end"))
  try("unary " .. n, "return " .. ("- "):rep(n) .. "1") try("nots " .. n, "return " .. ("not "):rep(n) .. "1")
  try("power " .. n, "return " .. ("1 ^ "):rep(n) .. "1") try("open parens " .. n, "return " .. ("("):rep(n))
  try("open tables " .. n, "return " .. ("{"):rep(n)) try("whiles " .. n, ("while x do "):rep(n))
  try("brackets " .. n, "return " .. ("a["):rep(n)) try("args " .. n, "f" .. ("(f"):rep(n))
end
try("concat 250", "return " .. ("'a' .. "):rep(250) .. "'b'")
-- long tokens
try("name", ("n"):rep(100000) .. " = 1") try("string", "return '" .. ("s"):rep(1000000) .. "'")
try("comment", "--[[" .. ("c"):rep(1000000) .. "]]") try("number", "return " .. ("1"):rep(10000))
try("level", "return [" .. ("="):rep(1000) .. "[x]" .. ("="):rep(1000) .. "]") try("spaces", (" "):rep(1000000))
try("lines", ("\n"):rep(100000) .. "x = 1")
print(load("return " .. ("1"):rep(400))()) print(load(("\n"):rep(70000) .. "error('E')", "=l") ~= nil, select(2, pcall(load(("\n"):rep(70000) .. "error('E')", "=l"))))
print(#load("return '" .. ("s"):rep(100000) .. "'")())
