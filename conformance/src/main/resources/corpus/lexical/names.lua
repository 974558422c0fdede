local _, _a, a1, A, _1, andy, ends, iffy, nill, __ = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
print(_, _a, a1, A, _1, andy, ends, iffy, nill, __)
local t = { ["end"] = 1, ["and"] = 2, goto_ = 3 }
print(t["end"], t["and"], t.goto_)
local reserved = { "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
  "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while" }
for _, w in ipairs(reserved) do
  local f1, m1 = load("local " .. w .. " = 1", "=n")
  local f2, m2 = load("local t = {}; t." .. w .. " = 1", "=n")
  local f3, m3 = load("local t = {" .. w .. " = 1}", "=n")
  print(w, m1, m2, f3 == nil)
end
for _, w in ipairs { "And", "END", "Nil", "self", "const", "close", "continue", "global", "integer", "_ENV" } do
  print(w, load("local " .. w .. " = 1; return " .. w)())
end
for _, s in ipairs { "local a$ = 1", "local é = 1", "local 1a = 1", "x = @", "x = `", "x = a!", "x = \1", "x = \127", "x = \\", "x = a ? b", "x & = 1", "x += 1", "x ++ y", "a b" } do
  print(s:gsub("[^ -~]", ".")) print(select(2, load(s, "=n")))
end
local long = ("n"):rep(500)
print(load("local " .. long .. " = 42; return " .. long)())
print(#select(2, load("local " .. long .. " = ", "=n")))
