-- expect: output
-- prints: bounded
-- memory: 16MiB
-- fuel: 1000000000
-- finalizers that resurrect what they finalize
local keep = {}
local mt = {}
mt.__gc = function(o) keep[#keep + 1] = o end
local ok, e = pcall(function()
  for i = 1, math.huge do setmetatable({ i }, mt) end
end)
keep = nil
mt.__gc = nil
print(ok == false and e == "not enough memory" and "bounded")
