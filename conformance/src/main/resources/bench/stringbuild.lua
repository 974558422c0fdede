-- building strings: concat operator, table.concat, format, tostring
local N = tonumber((...)) or 420000

local function run(n)
  local parts, length = {}, 0
  for i = 1, n do
    parts[#parts + 1] = "item" .. i .. "=" .. (i * 7 % 1000)
    if #parts == 500 then
      length = length + #table.concat(parts, ",")
      parts = {}
    end
  end
  length = length + #table.concat(parts, ",")
  local text = ""
  for i = 1, n / 30 do
    text = text .. "x" .. i
  end
  length = length + #text
  for i = 1, n do
    length = length + #string.format("%d:%s:%5.2f", i, "name", i / 3)
  end
  local line
  for i = 1, n do
    line = "a" .. "b" .. i % 10 .. "c"
    length = length + #line
  end
  return length
end

print(string.format("stringbuild %d", run(N)))
