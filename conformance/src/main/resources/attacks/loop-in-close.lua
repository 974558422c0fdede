-- expect: fuel
-- fuel: 50000000
print(pcall(function()
  local x <close> = setmetatable({}, { __close = function() while true do end end })
  error("leave")
end))
print("caught")
