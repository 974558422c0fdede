local alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
local function encode(s)
  local out = {}
  for i = 1, #s, 3 do
    local a, b, c = s:byte(i, i + 2)
    local v = a << 16 | (b or 0) << 8 | (c or 0)
    for k = 3, 0, -1 do
      local at = v >> 6 * k & 63
      out[#out + 1] = (k < 2 and not b or k < 1 and not c) and "=" or alphabet:sub(at + 1, at + 1)
    end
  end
  return table.concat(out)
end
local back = {}
for i = 1, 64 do back[alphabet:byte(i)] = i - 1 end
local function decode(s)
  s = s:gsub("[^%w+/=]", "")
  local out = {}
  for a, b, c, d in s:gmatch("(.)(.)(.)(.)") do
    local v = back[a:byte()] << 18 | back[b:byte()] << 12 | (back[c:byte()] or 0) << 6 | (back[d:byte()] or 0)
    out[#out + 1] = string.pack(">I3", v):sub(1, c == "=" and 1 or d == "=" and 2 or 3)
  end
  return table.concat(out)
end
for _, s in ipairs { "", "f", "fo", "foo", "foob", "fooba", "foobar", "\0\255\128", "Moonlift runs Lua" } do
  local e = encode(s)
  print(e, decode(e) == s)
end
local all = {}
for i = 0, 255 do all[i + 1] = string.char(i) end
all = table.concat(all)
print(decode(encode(all)) == all, #encode(all))
print(decode("TW9v\nbmxp ZnQ="))
local hex = (all:sub(200, 210):gsub(".", function(c) return ("%02x"):format(c:byte()) end))
print(hex, (hex:gsub("%x%x", function(h) return string.char(tonumber(h, 16)) end)) == all:sub(200, 210))
-- run-length coding
local function rle(s) return (s:gsub("(.)%1*", "")) end
local function pack(s)
  local out, i = {}, 1
  while i <= #s do
    local run = s:match("^" .. s:sub(i, i):gsub("%W", "%%%0") .. "+", i)
    out[#out + 1] = #run .. run:sub(1, 1)
    i = i + #run
  end
  return table.concat(out)
end
print(pack("aaabccddddd"), pack("x"), pack(""), (pack("zzzzzzzzzzzz"):gsub("(%d+)(.)", function(n, c) return c:rep(n) end))) print(rle("aabb"))
