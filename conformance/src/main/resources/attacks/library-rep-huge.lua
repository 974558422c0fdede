-- expect: output
-- prints: false	resulting string too large
-- prints: false	resulting string too large
-- prints: false	resulting string too large
-- prints: usable
-- memory: 16MiB
print(pcall(string.rep, "x", 1 << 40))
print(pcall(string.rep, "ab", 1 << 40, ", "))
print(pcall(string.rep, "abc", math.maxinteger))
print("usable")
