-- a JSON writer and reader: strings, patterns, tables and recursion together
local N = tonumber((...)) or 1800

local ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\t"] = "\\t", ["\r"] = "\\r" }

local encode

local function encodestring(s)
  return '"' .. s:gsub('[%c"\\]', ESCAPES) .. '"'
end

local function encodetable(t, out)
  if #t > 0 or next(t) == nil then
    out[#out + 1] = "["
    for i = 1, #t do
      if i > 1 then out[#out + 1] = "," end
      encode(t[i], out)
    end
    out[#out + 1] = "]"
  else
    local keys = {}
    for k in pairs(t) do keys[#keys + 1] = k end
    table.sort(keys)
    out[#out + 1] = "{"
    for i, k in ipairs(keys) do
      if i > 1 then out[#out + 1] = "," end
      out[#out + 1] = encodestring(k) .. ":"
      encode(t[k], out)
    end
    out[#out + 1] = "}"
  end
end

function encode(v, out)
  local kind = type(v)
  if kind == "table" then
    encodetable(v, out)
  elseif kind == "string" then
    out[#out + 1] = encodestring(v)
  elseif kind == "number" then
    out[#out + 1] = string.format("%.6g", v)
  else
    out[#out + 1] = tostring(v)
  end
end

local UNESCAPES = { n = "\n", t = "\t", r = "\r" }
local decode

local function decodestring(s, pos)
  local start = pos + 1
  local stop = start
  while true do
    local at = s:find('[\\"]', stop)
    if s:sub(at, at) == '"' then
      local text = s:sub(start, at - 1)
      if text:find("\\", 1, true) then
        text = text:gsub("\\(.)", function(c) return UNESCAPES[c] or c end)
      end
      return text, at + 1
    end
    stop = at + 2
  end
end

function decode(s, pos)
  pos = s:find("%S", pos)
  local c = s:sub(pos, pos)
  if c == "{" then
    local t = {}
    pos = pos + 1
    while s:sub(pos, pos) ~= "}" do
      local key, value
      key, pos = decodestring(s, s:find('"', pos, true))
      value, pos = decode(s, s:find(":", pos, true) + 1)
      t[key] = value
      if s:sub(pos, pos) == "," then pos = pos + 1 end
    end
    return t, pos + 1
  elseif c == "[" then
    local t, n = {}, 0
    pos = pos + 1
    while s:sub(pos, pos) ~= "]" do
      n = n + 1
      t[n], pos = decode(s, pos)
      if s:sub(pos, pos) == "," then pos = pos + 1 end
    end
    return t, pos + 1
  elseif c == '"' then
    return decodestring(s, pos)
  elseif c == "t" then
    return true, pos + 4
  elseif c == "f" then
    return false, pos + 5
  end
  local a, b = s:find("^-?%d+%.?%d*[eE]?[-+]?%d*", pos)
  return tonumber(s:sub(a, b)), b + 1
end

local function document(i)
  local items = {}
  for k = 1, 12 do
    items[k] = {
      id = i * 100 + k, name = "item \"" .. k .. "\"", price = k * 1.25, tags = { "a", "b\n", "c" .. i % 7 },
      stock = { north = k, south = i % 10 }, active = k % 2 == 0,
    }
  end
  return { items = items, total = #items, note = "line one\nline two\tend" }
end

local function run(n)
  local bytes, sum = 0, 0
  for i = 1, n do
    local out = {}
    encode(document(i), out)
    local text = table.concat(out)
    bytes = bytes + #text
    local back = decode(text, 1)
    for _, item in ipairs(back.items) do
      sum = sum + item.id % 10 + item.price + #item.name + #item.tags + (item.active and 1 or 0) + item.stock.south
    end
  end
  return bytes, sum
end

print(string.format("json %d %.2f", run(N)))
