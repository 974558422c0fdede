-- expect: output
-- prints: false	true
-- memory: 16MiB
local t = {}
for i = 1, 100000 do t[i] = 0x10ffff end
local ok, e = pcall(function()
  local s = ""
  while true do s = s .. utf8.char(table.unpack(t, 1, 10000)) .. s end
end)
print(ok, e == "not enough memory")
