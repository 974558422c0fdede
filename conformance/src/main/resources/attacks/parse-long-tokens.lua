-- expect: output
-- prints: 1000000
-- prints: inf
-- prints: true
-- memory: 64MiB
-- fuel: 500000000
print(#load("return '" .. ("\\z \\65"):rep(1000000) .. "'")())
print(load("return " .. ("9"):rep(1000000))())
print(load("--[" .. ("="):rep(1000000) .. "[") == nil)
