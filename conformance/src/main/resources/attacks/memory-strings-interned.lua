-- expect: output
-- prints: false	not enough memory
-- prints: usable
-- memory: 16MiB
-- fuel: 500000000
local keep = {}
local ok, e = pcall(function()
  for i = 1, math.huge do keep[#keep + 1] = ("%d"):format(i) end
end)
keep = nil
print(ok, e)
print("usable")
