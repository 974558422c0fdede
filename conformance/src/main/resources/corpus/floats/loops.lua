local function count(a, b, c)
  local n, last = 0
  for x in (function()
    local i = a - c
    return function() i = i + c if c > 0 and i <= b or c < 0 and i >= b then return i end end
  end)() do n, last = n + 1, x end
  return n, last
end
local function loop(a, b, c)
  local n, last = 0
  for x = a, b, c do n = n + 1 last = x if n > 1000 then break end end
  return n, last
end
print(loop(0.0, 1, 0.1))
print(loop(1, 0, -0.1))
print(loop(0, 1, 0.1))
print(loop(0.5, 3.5, 1))
print(loop(1.0, 3.0, 1))
print(loop(3.0, 1.0, 1))
print(loop(1e15, 1e15 + 3, 1.0))
print(loop(1, 1.0, 1))
print(loop(-0.0, 0, 1))
print((loop(0/0, 1, 1.0))) -- "limit < initial" is false, so the body runs once
print(loop(1, 0/0, 1.0))
print(loop(1.0, 10, 0/0))
print(loop(math.huge, math.huge, 1))
print(loop(-math.huge, 0, math.huge))
print(loop(1.0, math.huge, 1e300))
print(loop(2^53, 2^53 + 2, 1.0))
print(count(0.0, 1, 0.1))
-- accumulated, not multiplied
local r = {}
for x = 0.0, 1.0, 0.1 do r[#r + 1] = ("%.17g"):format(x) end
print(table.concat(r, "\n"))
-- kinds: all three must be integers for an integer loop; the limit may be a float
for i = 1, 2.5 do io.write(math.type(i), " ") end
for i = 1.0, 2.5 do io.write(math.type(i), " ") end
for i = 1, 2.5, 1.0 do io.write(math.type(i), " ") end
for i = 1, 2.0 do io.write(math.type(i), " ") end
print()
for i = 10, 1, -2.5 do io.write(i, " ") end
print()
for i = -1, -2, -0.5 do io.write(i, " ") end
print()
local n = 0
for i = 1, 3 do for j = i + 0.0, 3 do n = n + j end end
print(n)
