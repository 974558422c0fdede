local function list(a, b, c)
  local r = {}
  for i = a, b, c or 1 do
    r[#r + 1] = math.type(i) == "float" and ("%.1ff"):format(i) or tostring(i)
    if #r >= 6 then r[#r + 1] = "..." break end
  end
  return table.concat(r, " ")
end
local max, min = math.maxinteger, math.mininteger
print(list(1, 3), "|", list(3, 1), "|", list(3, 1, -1), "|", list(1, 1), "|", list(1, 0))
print(list(1, 10, 4), "|", list(10, 1, -4), "|", list(-3, 3, 3))
print(list(max - 1, max), "|", list(max, max), "|", list(min, min), "|", list(min + 1, min, -1))
print(list(max - 5, max, 3), "|", list(min + 5, min, -3), "|", list(1, max, max), "|", list(min, max, max))
print(list(max, min, min), "|", list(-1, min, min), "|", list(0, min, min), "|", list(1, min, -max))
print(list(1, 3.9), "|", list(1, 2.999), "|", list(3, 0.5, -1), "|", list(-1, -2.5, -1))
print(list(1, math.huge), "|", list(1, -math.huge), "|", list(1, -math.huge, -1), "|", list(1, 0/0))
print(list(max - 1, math.huge), "|", list(min + 1, -math.huge, -1), "|", list(max - 2, 2^63), "|", list(1, 2^70, 1 << 62))
print(list(1.0, 3), "|", list(1, 3, 1.0), "|", list(1.0, 2, 0.25), "|", list(3.0, 1, -1))
print(list(0.0, 1, 0.25), "|", list(1, 0, -0.25), "|", list(1.0, math.huge, 2^60))
for _, f in ipairs {
  function() for i = 1, 10, 0 do end end,
  function() for i = 1.0, 10, 0 do end end,
  function() for i = 1, 10, 0.0 do end end,
  function() for i = "1", 2 do end end,
  function() for i = 1, "2" do end end,
  function() for i = 1, 2, "1" do end end,
  function() for i = nil, 2 do end end,
  function() for i = 1, {} do end end,
  function() for i = 1, 2, false do end end,
  function() for i = 1.5, "x" do end end,
  function() for i = {}, 2 do end end,
} do print(pcall(f)) end
-- the loop variable is a copy: assigning to it does not change the loop
local r = {}
for i = 1, 3 do r[#r + 1] = i; i = i * 10; r[#r + 1] = i end
print(table.concat(r, " "))
-- bounds are evaluated once, in order
local trace = {}
local function ev(x) trace[#trace + 1] = x return x end
for i = ev(1), ev(5), ev(2) do trace[#trace + 1] = -i end
print(table.concat(trace, " "))
-- each iteration has its own variable
local fs = {}
for i = 1, 3 do fs[i] = function() i = i + 1 return i end end
print(fs[1](), fs[1](), fs[2](), fs[3](), fs[1]())
local sum = 0
for i = 1, 100 do if i % 2 == 0 then goto continue end sum = sum + i ::continue:: end
print(sum)
for i = 3, 1 do print("never") end
for i = 1, 3 do local i = i * 2 io.write(i, " ") end
print()
