local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\b"] = "\\b", ["\f"] = "\\f", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }
local null = setmetatable({}, { __tostring = function() return "null" end })
local function encode(v, seen)
  local t = type(v)
  if v == null then return "null" end
  if t == "string" then
    return '"' .. v:gsub('[%c"\\]', function(c) return escapes[c] or ("\\u%04x"):format(c:byte()) end) .. '"'
  end
  if t == "number" then
    if v ~= v or v == math.huge or v == -math.huge then
      error("cannot encode " .. tostring(v):gsub("-?nan", "nan"), 0)
    end
    return math.type(v) == "integer" and ("%d"):format(v) or ("%.14g"):format(v)
  end
  if t == "boolean" then return tostring(v) end
  if t ~= "table" then error("cannot encode a " .. t, 0) end
  seen = seen or {}
  if seen[v] then error("cycle", 0) end
  seen[v] = true
  local out = {}
  if #v > 0 or next(v) == nil then
    for i, x in ipairs(v) do out[i] = encode(x, seen) end
    seen[v] = nil
    return "[" .. table.concat(out, ",") .. "]"
  end
  local keys = {}
  for k in pairs(v) do if type(k) ~= "string" then error("key is a " .. type(k), 0) end keys[#keys + 1] = k end
  table.sort(keys)
  for i, k in ipairs(keys) do out[i] = encode(k) .. ":" .. encode(v[k], seen) end
  seen[v] = nil
  return "{" .. table.concat(out, ",") .. "}"
end
local function decode(s)
  local pos = 1
  local function fail(m) error(("%s at %d"):format(m, pos), 0) end
  local value
  local function ws() pos = s:find("[^ \t\r\n]", pos) or #s + 1 end
  local function str()
    local out = {}
    pos = pos + 1
    while true do
      local a, b, chunk, c = s:find('^([^"\\%c]*)(["\\])', pos)
      if not a then fail "bad string" end
      out[#out + 1] = chunk
      pos = b + 1
      if c == '"' then return table.concat(out) end
      local e = s:sub(pos, pos)
      if e == "u" then
        local cp = tonumber(s:match("^%x%x%x%x", pos + 1) or fail "bad escape", 16)
        pos = pos + 5
        if cp >= 0xd800 and cp < 0xdc00 then
          local lo = s:match("^\\u(%x%x%x%x)", pos) or fail "lone surrogate"
          cp = 0x10000 + ((cp & 0x3ff) << 10 | tonumber(lo, 16) & 0x3ff)
          pos = pos + 6
        end
        out[#out + 1] = utf8.char(cp)
      else
        out[#out + 1] = ({ b = "\b", f = "\f", n = "\n", r = "\r", t = "\t", ['"'] = '"', ["\\"] = "\\", ["/"] = "/" })[e] or fail "bad escape"
        pos = pos + 1
      end
    end
  end
  function value()
    ws()
    local c = s:sub(pos, pos)
    if c == '"' then return str() end
    if c == "{" or c == "[" then
      local close, t, n = c == "{" and "}" or "]", {}, 0
      pos = pos + 1
      ws()
      if s:sub(pos, pos) == close then pos = pos + 1 return t end
      repeat
        ws()
        if c == "{" then
          if s:sub(pos, pos) ~= '"' then fail "key expected" end
          local k = str()
          ws()
          if s:sub(pos, pos) ~= ":" then fail "':' expected" end
          pos = pos + 1
          t[k] = value()
        else
          n = n + 1
          t[n] = value()
        end
        ws()
        local sep = s:sub(pos, pos)
        pos = pos + 1
        if sep ~= "," and sep ~= close then pos = pos - 1 fail(("',' or '%s' expected"):format(close)) end
      until sep == close
      return t
    end
    local num = s:match("^-?%d+%.?%d*[eE]?[+-]?%d*", pos)
    if num then pos = pos + #num return tonumber(num) or fail "bad number" end
    for w, v in pairs { ["true"] = true, ["false"] = false, null = null } do
      if s:sub(pos, pos + #w - 1) == w then pos = pos + #w return v end
    end
    fail(c == "" and "unexpected end" or "unexpected '" .. c .. "'")
  end
  local v = value()
  ws()
  if pos <= #s then fail "trailing text" end
  return v
end
print(encode { 1, 2.5, "x", true, false, null, {}, { a = 1, b = { 2 } } })
print(encode("tab\t quote\" back\\ nul\0 bell\a é"), encode(1e100), encode(-0.0), encode(math.mininteger))
for _, v in ipairs { 0 / 0, 1 / 0, print, { [1.5] = 1 }, { [true] = 1 } } do print(pcall(encode, v)) end
local cyc = {} cyc[1] = cyc print(pcall(encode, cyc)) local shared = { 1 } print(encode { shared, shared })
for _, s in ipairs { "[1, 2, 3]", '{"a": {"b": [true, false, null]}}', ' "\\u0041\\n\\ud83d\\ude00\\/" ', "-12.5e2", "0", "[]", "{}", "[[[]]]", '{"k":"v"}', "1e2", "12345678901234567890" } do
  print(s, encode(decode(s)))
end
for _, s in ipairs { "", "[", "[1", "[1,", "[1 2]", "{", '{"a"', '{"a":', '{"a":1', "{a:1}", '"abc', '"\\q"', '"\\ud800"', "tru", "nul", "1 2", "]", "-", '"a\nb"', "[1,]", "{,}" } do
  print(s, select(2, pcall(decode, s)))
end
local deep = ("["):rep(150) .. ("]"):rep(150) print(encode(decode(deep)) == deep)
