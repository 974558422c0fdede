-- expect: output
-- prints: false	true
-- memory: 64MiB
-- fuel: 2000000000
local closed = 0
local mt = { __close = function() closed = closed + 1 end }
local function f()
  local x <close> = setmetatable({}, mt)
  return 1 + f()
end
print((pcall(f)), closed > 50)
