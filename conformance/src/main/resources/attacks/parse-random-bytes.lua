-- expect: output
-- prints: 2000
-- fuel: 500000000
-- text without sense gives messages, never a crash
math.randomseed(1)
local failed = 0
local words = { "and", "do", "end", "function", "(", ")", "{", "}", "=", "..", "...", "'x'", "1", "x", ",", ";", "::", "<", "if", "then", "for", "in", "local", "return", "not", "#", "-", "[", "]", "[[", "]]", "goto", ":" }
for _ = 1, 1000 do
  local t = {}
  for i = 1, 30 do t[i] = words[math.random(#words)] end
  local f, e = load("x = = " .. table.concat(t, " "))
  if not f and type(e) == "string" then failed = failed + 1 end
  for i = 1, 30 do t[i] = string.char(math.random(0, 255)) end
  f, e = load(") " .. table.concat(t), "=bytes", "t")
  if not f and type(e) == "string" then failed = failed + 1 end
end
print(failed)
