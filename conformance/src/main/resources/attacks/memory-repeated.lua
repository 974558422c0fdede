-- expect: output
-- prints: 100
-- memory: 16MiB
-- fuel: 2000000000
-- running into the quota again and again leaves nothing behind
local failures = 0
for _ = 1, 100 do
  local ok, e = pcall(function()
    local t = {}
    while true do t[#t + 1] = ("x"):rep(10000) .. #t end
  end)
  if not ok and e == "not enough memory" then failures = failures + 1 end
end
print(failures)
