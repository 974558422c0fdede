-- expect: output
-- prints: false	not enough memory
-- memory: 16MiB
print(pcall(string.format, ("%s"):rep(200), table.unpack((function()
  local s, t = ("x"):rep(1000000), {}
  for i = 1, 200 do t[i] = s end
  return t
end)())))
