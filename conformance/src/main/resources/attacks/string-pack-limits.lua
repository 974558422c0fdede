-- expect: output
-- prints: 9
-- memory: 16MiB
local failed = 0
for _, f in ipairs { "i17", "i0", "!17", "c99999999999999999999", "s17", "i" .. ("9"):rep(1000), "Xz", "X", "c" } do
  if not pcall(string.pack, f, 1) then failed = failed + 1 end
end
print(failed)
