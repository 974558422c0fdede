-- expect: output
-- prints: 0
-- prints: 0
-- prints: usable
-- repeating the empty string takes no time, however often (C Lua counts to the end)
print(#(""):rep(1 << 40))
print(#(""):rep(math.maxinteger, ""))
print("usable")
