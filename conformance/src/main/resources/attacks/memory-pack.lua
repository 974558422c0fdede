-- expect: output
-- prints: false
-- prints: false
-- prints: usable
-- memory: 16MiB
print((pcall(string.pack, "c2000000000", "x")))
print((pcall(string.pack, ("c1000000"):rep(100), table.unpack((function() local t = {} for i = 1, 100 do t[i] = "x" end return t end)()))))
print("usable")
