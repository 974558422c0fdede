-- short formats with few arguments are done in one pass: they give what the same formats give behind many arguments
local function long(f, v)
  return (string.format(f .. "%s%s%s%s%s%s%s%s", v, "", "", "", "", "", "", "", ""))
end

local flags = { "", "-", "0" }
local widths = { "", "1", "2", "5", "9", "12", "40", "99" }
local precisions = { "", ".0", ".1", ".3", ".9", ".12" }
local integers = { 0, 1, -1, 7, 42, -42, 99999, -100000, math.maxinteger, math.mininteger }
local floats = { 0.0, -0.0, 0.5, 1.5, -2.5, 1 / 3, -1 / 3, 1e14, 999999999999999.5, 1e15, -1e15, 1e16, 1e300, -1e-300, 5e-324,
  123456.789, 0.1, 1e100, math.huge, -math.huge, 2.0 ^ 53 }

local checked, total = 0, 0
local function check(f, v)
  local a, b = string.format(f, v), long(f, v)
  if a ~= b then print("differs", f, v, a, b) end
  local c = string.format("<" .. f .. "%%|" .. f .. ">", v, v)
  if c ~= "<" .. a .. "%|" .. a .. ">" then print("differs inside", f, v, c) end
  checked, total = checked + 1, total + #a
end

for _, flag in ipairs(flags) do
  for _, width in ipairs(widths) do
    for _, precision in ipairs(precisions) do
      for _, v in ipairs(integers) do
        for _, letter in ipairs { "d", "i", "f", "g", "e" } do check("%" .. flag .. width .. precision .. letter, v) end
        if flag ~= "0" or precision == "" then check("%" .. flag .. width .. precision .. "x", v) end
      end
      for _, v in ipairs(floats) do
        for _, letter in ipairs { "f", "g" } do check("%" .. flag .. width .. precision .. letter, v) end
      end
    end
  end
end
print(checked, total)

for _, v in ipairs { 1, -1, 1.5, 1e15, "text", "", "with\0zero", ("x"):rep(600) } do check("%s", v) end
print(string.format("%s=%d, %5.1f%% of %-4d|%04x", "share", 3, 12.345, 77, 255))
print(#string.format("%s%s", ("a"):rep(300), ("b"):rep(300)), string.format("%%"), string.format(""), string.format("a%%b%%%%c"))
print(string.format("%d", "10"), string.format("%d", 3.0), string.format("%s", true), string.format("%5s|%-5s|%.2s", "ab", "cd", "efg"))

for _, f in ipairs { "%", "%d", "%y", "%5", "%.123d", "%123d", "%-", "a%" } do print(pcall(string.format, f)) end
print(pcall(string.format, "%d", 1.5))
print(pcall(string.format, "%d", "x"))
print(pcall(string.format, "%d %d", 1))
print(pcall(string.format, "%00d", 1))

local text = setmetatable({}, { __tostring = function() return "object" end })
print(string.format("%s and %d", text, 5), string.format("%d and %s", 5, text))
getmetatable("").__tostring = function(s) return "<" .. #s .. ">" end
print(string.format("%s %d", "quoted", 1))
getmetatable("").__tostring = nil
print(string.format("%s %d", "plain", 1))
