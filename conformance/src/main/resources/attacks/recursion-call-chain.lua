-- expect: output
-- prints: true
-- memory: 64MiB
-- fuel: 2000000000
-- an object that is called through 300 objects
local f = function(...) return select("#", ...) end
for _ = 1, 300 do f = setmetatable({}, { __call = f }) end
local ok, e = pcall(f)
print(ok and e == 300 or type(e) == "string")
