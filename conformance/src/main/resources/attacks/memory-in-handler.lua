-- expect: output
-- prints: false	true
-- prints: usable
-- memory: 16MiB
-- fuel: 500000000
-- a message handler that asks for memory when there is none
local keep = {}
local ok, e = xpcall(function()
  for i = 1, math.huge do keep[i] = { i } end
end, function(m)
  local s = {}
  for i = 1, 100 do s[i] = m .. i end
  return table.concat(s)
end)
keep = nil
print(ok, type(e) == "string")
print("usable")
