-- expect: output
-- prints: nil	true
-- fuel: 500000000
local parts = {}
for b = 0, 3 do
  local names = {}
  for i = 1, 100 do names[i] = "u" .. b * 100 + i end
  parts[#parts + 1] = "local " .. table.concat(names, ",") .. " local function f" .. b .. "() "
end
parts[#parts + 1] = "return function() return 0"
for i = 1, 400 do parts[#parts + 1] = " + u" .. i end
parts[#parts + 1] = " end" .. (" end"):rep(4)
local f, e = load(table.concat(parts))
print(f, e:find("upvalues", 1, true) ~= nil)
