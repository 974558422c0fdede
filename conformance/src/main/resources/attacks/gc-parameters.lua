-- expect: output
-- prints: usable
-- memory: 16MiB
-- fuel: 500000000
for _, v in ipairs { 0, -1, 1, 1000, 1 << 31, math.maxinteger, math.mininteger } do
  pcall(collectgarbage, "setpause", v)
  pcall(collectgarbage, "setstepmul", v)
  pcall(collectgarbage, "step", v)
  pcall(collectgarbage, "incremental", v, v, v)
  pcall(collectgarbage, "generational", v, v)
  for i = 1, 1000 do local g = { i } end
end
collectgarbage("incremental", 200, 100, 13)
for i = 1, 300000 do local g = { i } end
print("usable")
