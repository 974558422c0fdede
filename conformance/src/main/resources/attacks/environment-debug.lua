-- expect: output
-- prints: usable
-- debug, where it is granted, does not give access to the host
local d = debug
if d and d.getinfo then
  for level = 0, 50 do pcall(d.getinfo, level) end
  for _, v in ipairs { math.maxinteger, math.mininteger, 1 << 31, -1 } do
    pcall(d.getinfo, v)
    pcall(d.traceback, "x", v)
  end
end
print("usable")
