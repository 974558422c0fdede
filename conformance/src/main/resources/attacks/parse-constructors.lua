-- expect: output
-- prints: nil	true
-- prints: nil	true
-- prints: nil	true
-- fuel: 500000000
for _, s in ipairs { ("{"):rep(100000), "x = " .. ("{[1] = "):rep(100000), ("function() return "):rep(100000) } do
  local f, e = load("return " .. s)
  print(f, type(e) == "string")
end
