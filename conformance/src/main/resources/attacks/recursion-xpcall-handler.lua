-- expect: output
-- prints: false
-- memory: 64MiB
-- fuel: 2000000000
-- an error in every handler of an error
local function h(m) error(m, 0) end
print((xpcall(error, h, "x")))
