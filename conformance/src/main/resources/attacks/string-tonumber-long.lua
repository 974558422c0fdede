-- expect: output
-- prints: inf	nil	true
-- memory: 64MiB
-- fuel: 500000000
print(tonumber(("9"):rep(1000000)), tonumber(("9"):rep(1000000) .. "x"), tonumber("0." .. ("0"):rep(1000000) .. "1") ~= nil)
