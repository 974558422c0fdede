-- expect: output
-- prints: false	closed	not enough memory
-- memory: 16MiB
-- fuel: 500000000
local state = "open"
local keep = {}
local ok, e = pcall(function()
  local guard <close> = setmetatable({}, { __close = function() state = "closed" end })
  for i = 1, math.huge do keep[i] = { i } end
end)
keep = nil
print(ok, state, e)
