-- expect: error not enough memory
-- memory: 16MiB
-- fuel: 500000000
local t = {}
while true do t[#t + 1] = {} end
