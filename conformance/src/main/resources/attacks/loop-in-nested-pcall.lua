-- expect: fuel
-- fuel: 50000000
local function again()
  pcall(function() while true do end end)
  return again()
end
again()
