-- upper, lower, reverse and find at every length around multiples of eight, against their definitions byte by byte
local function slowcase(s, first, last)
  local out = {}
  for i = 1, #s do
    local b = s:byte(i)
    out[i] = string.char(b >= first and b <= last and b ~ 0x20 or b)
  end
  return table.concat(out)
end

local function slowreverse(s)
  local out = {}
  for i = 1, #s do out[#s - i + 1] = s:sub(i, i) end
  return table.concat(out)
end

local all = {}
for i = 0, 255 do all[i + 1] = string.char(i) end
local text = table.concat(all) .. "Abc" .. table.concat(all, "", 60, 130)

local checked = 0
for length = 0, 45 do
  for start = 1, #text - length, length < 20 and 1 or 7 do
    local s = text:sub(start, start + length - 1)
    assert(s:upper() == slowcase(s, 97, 122))
    assert(s:lower() == slowcase(s, 65, 90))
    assert(s:reverse() == slowreverse(s))
    checked = checked + 1
  end
end
print(checked, text:upper() == slowcase(text, 97, 122), text:lower() == slowcase(text, 65, 90))
print(text:reverse() == slowreverse(text))

local found = 0
for start = 1, 60 do
  for length = 1, 12 do
    local at = text:find(text:sub(start, start + length - 1), 1, true)
    assert(at == start)
    found = found + (text:find(text:sub(start, start + length - 1), start + 1, true) or 0)
  end
end
print(found)
