-- expect: output
-- prints: 8
-- fuel: 1000000000
local failed = 0
for _, s in ipairs {
  ("do "):rep(100000), ("while x do "):rep(100000), ("if x then "):rep(100000), ("repeat "):rep(100000),
  ("for i = 1, 2 do "):rep(100000), ("function f() "):rep(100000), "return " .. ("not "):rep(100000) .. "1", "return " .. "- - -" .. ("a .. "):rep(100000) .. "1",
} do
  if not load(s) then failed = failed + 1 end
end
print(failed)
