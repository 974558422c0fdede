-- expect: output
-- prints: true
-- prints: bottom
-- memory: 64MiB
-- fuel: 500000000
-- a chain of 100,000 tables through __index
local t = { found = "bottom" }
local short
for i = 1, 100000 do
  t = setmetatable({}, { __index = t })
  if i == 90 then short = t end
end
local ok, e = pcall(function() return t.found end)
print(ok and e == "bottom" or e:find("chain too long", 1, true) ~= nil)
print(short.found)
