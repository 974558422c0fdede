-- expect: output
-- prints: 100
-- fuel: 2000000000
-- halfway cases with many digits must not cost more than their length, again and again
local n = 0
local digits = "9007199254740993." .. ("0"):rep(3000) .. "1"
for _ = 1, 100 do if tonumber(digits) == 2^53 + 2 then n = n + 1 end end
print(n)
