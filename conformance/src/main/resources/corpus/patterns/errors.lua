for _, p in ipairs { "[", "[a", "[^", "[]", "[^]", "[a-", "[%", "[%a", "%", "a%", "(", ")", "(()", "())", "%b", "%bx", "%f", "%fx", "%1", "(a%1)", "(a)%2", "[a-%", "[]-", "(", "((((", "x)", "%9" } do
  local r = { pcall(string.find, "aaa]", p) }
  print(p, r[1], r[2])
end
-- a fault that is never reached is never reported
print(pcall(string.find, "abc", "x(")) print(pcall(string.find, "abc", "xyz%")) print(pcall(string.find, "", "a["))
print(pcall(string.find, "abc", "b)", 1, true)) print(pcall(string.gsub, "abc", "d(", ""))
print(pcall(string.rep, "a", -1)) print(pcall(string.match, "abc", "%a%a%a%a("))
print(select(2, pcall(string.gsub, "abc", "%w", "%9"))) print(select(2, pcall(string.gsub, "abc", "(%w)", "%9")))
-- recursion in the matcher is bounded by an error
local ok, msg = pcall(string.match, ("a"):rep(300000), ("a?"):rep(300000) .. "b")
print(ok, msg)
ok, msg = pcall(string.find, ("x"):rep(100), ("(x)"):rep(40))
print(ok, msg)
print(pcall(string.find, ("a"):rep(1000), (".-"):rep(100) .. "a$") )
print(pcall(string.match, "x", ("[x"):rep(10)))
print(#("a"):rep(100000):match(".-b?$")) print(#("a"):rep(100000):match("^a*$")) print(("a"):rep(250000):find("b"))
