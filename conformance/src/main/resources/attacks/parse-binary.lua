-- expect: output
-- prints: false
-- prints: false
-- prints: false
-- precompiled code is refused, whole or damaged
print((load("\27Lua\x54\0\x19\x93\r\n\x1a\n\4\8\8", "=b", "t")) ~= nil)
print((load("\27LuaS", "=b", "t")) ~= nil)
print((load("\27", "=b", "bt")) ~= nil)
