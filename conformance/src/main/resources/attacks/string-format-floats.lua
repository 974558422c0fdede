-- expect: output
-- prints: 1000 410
-- fuel: 500000000
-- the longest of all conversions, many times
local longest = 0
for i = 1, 1000 do
  local s = ("%99.99f"):format(-1.7976931348623157e308)
  if #s > longest then longest = #s end
end
print("1000 " .. longest)
