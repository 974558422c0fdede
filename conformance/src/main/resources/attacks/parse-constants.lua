-- expect: output
-- prints: 200000
-- memory: 64MiB
-- fuel: 1000000000
local parts = {}
for i = 1, 200000 do parts[i] = "'c" .. i .. "'" end
print(#load("return {" .. table.concat(parts, ",") .. "}")())
