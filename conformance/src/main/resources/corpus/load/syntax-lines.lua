-- the line that a message names, and the line of the construct that it should close
local cases = {
  "x = 1\ny = \nz = 2", "if x then\n\ny()\n", "while x do\nif y then\nend\n", "function f()\n\n  return 1\n", "x = {\n1,\n2\n", "f(\n1,\n2\n", "x = (1 +\n2\ny = 3", "repeat\nx()\n\n", "for i = 1, 2 do\n\n\n", "do\ndo\nend\n", "x = [[\nabc\n", "--[[\ncomment\n", "x = 'abc\ndef'", "x = \"abc\\\ndef", "x = 'a\\qb'", "\n\n\n@", "x = 1 -- c\n-- d\n?", "local a <const> = 1\n\na = 2", "goto x\n\n\n", "\n\nbreak\n", "::a::\n\n::a::", "return\n\nx", "return 1\n\nx = 2", "x = function()\nif y then\nreturn\nend\n\nx = 1", "x.y\n.z\n", "x\n=\n=", "f\n(\n)\n)", "if x then y() else\nz()\n", "local t = {\n  a = 1\n  b = 2\n}", "local t = {\n  a = 1,\n  b = \n}", "f{\n\n", "x = a[\n1\n", "if x\ny\nthen end", "for i =\n1\ndo end", "function f(\na,\n1) end", "x = 5\n\n\ny = 08x", "x = [==[\n]=]\n]]\n", "print('a')\nprint('b'\nprint('c')", "if a then\n  if b then\n    c()\n  end\nelse\n  d()\n", "function f() end\nfunction g()\n  while true do\n    if x then break end\n  \nend\n",
}
for _, s in ipairs(cases) do print((select(2, load(s, "=s")))) end
for _, nl in ipairs { "\r\n", "\n\r", "\r" } do print((select(2, load("x = 1" .. nl .. nl .. "y = ?", "=s")))) end
-- what the message shows as the offending token
for _, s in ipairs { "x = 'it''s'", "x = 1 'abc'", "x = 1 \"a\\nb\"", "x = 1 [[long\nstring]]", "x = 1 0x1F", "x = 1 3.14e10", "x = y z", "x = 1 and", "x = 1 ==", "x = 1 //", "x = 1 ...", "x = 1 ::", "x = 1 ~", "x = 1 \1", "x = 1 \127", "x = 1 \200", "x = 1 'é'", ("x = 1 " .. ("n"):rep(100)), ("x = 1 '" .. ("s"):rep(100) .. "'"), "x = 1 'a\\0b'", "x = 1 nil", "x = 1 <eof>" } do
  print((select(2, load(s, "=s"))))
end
for _, n in ipairs { "@script.lua", "=stdin", "x = y z", "first line\nsecond", ("a"):rep(100), "@" .. ("d/"):rep(40) .. "f.lua" } do
  print((select(2, load("x = = 1", n))))
end
