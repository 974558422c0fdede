-- expect: fuel
-- fuel: 50000000
-- naive search in text made for it; the work is charged as it is done
local text, needle = ("a"):rep(1000000), ("a"):rep(500000) .. "b"
for _ = 1, 1000 do string.find(text, needle, 1, true) end
while true do end
