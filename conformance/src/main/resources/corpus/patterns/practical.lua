local function trim(s) return s:match("^%s*(.-)%s*$") end
print("[" .. trim("  a b  ") .. "]", "[" .. trim("") .. "]", "[" .. trim("   ") .. "]", "[" .. trim("\t\nx") .. "]")
local function split(s, sep)
  local r = {}
  for piece in (s .. sep):gmatch("(.-)" .. sep:gsub("%p", "%%%0")) do r[#r + 1] = piece end
  return r
end
print(table.concat(split("a,b,,c,", ","), "|"), #split("", ","), table.concat(split("1.2.3", "."), "|"), table.concat(split("x--y", "--"), "|"))
local function csv(line)
  local out, pos = {}, 1
  while pos <= #line + 1 do
    if line:sub(pos, pos) == '"' then
      local text, stop = "", pos
      repeat
        local a, b, part, q = line:find('^"(.-)"("?)', stop)
        if not a then error("unmatched quote") end
        text = text .. part .. q
        stop = q == '"' and b or b + 1
      until q == ""
      out[#out + 1] = text
      pos = stop + 1
    else
      local e = line:find(",", pos, true) or #line + 1
      out[#out + 1] = line:sub(pos, e - 1)
      pos = e + 1
    end
  end
  return out
end
print(table.concat(csv('a,"b,c",d'), "|"), table.concat(csv('"say ""hi""",2,,'), "|"), #csv(",,"))
local function urlencode(s) return (s:gsub("[^%w%-_%.~]", function(c) return ("%%%02X"):format(c:byte()) end)) end
local function urldecode(s) return (s:gsub("%%(%x%x)", function(h) return string.char(tonumber(h, 16)) end)) end
print(urlencode("a b&c=d/é"), urldecode(urlencode("a b&c=d/é")) == "a b&c=d/é")
local function commas(n)
  local s, k = tostring(n)
  repeat s, k = s:gsub("^(-?%d+)(%d%d%d)", "%1,%2") until k == 0
  return s
end
print(commas(1), commas(1234), commas(-1234567), commas(1234567890123))
local tpl = "Dear ${name}, you owe ${amount:%.2f} for ${item}."
print((tpl:gsub("%${(%w+):?([^}]*)}", function(k, f)
  local v = ({ name = "Ann", amount = 3.14159 })[k]
  if v == nil then return "?" .. k .. "?" end
  return f ~= "" and f:format(v) or v
end)))
local tokens = {}
local src, pos = "if x1 >= 10.5 then y = \"a b\" end", 1
local rules = { { "num", "^%d+%.?%d*" }, { "name", "^[%a_][%w_]*" }, { "str", '^"[^"]*"' }, { "op", "^[<>=]+" }, { "ws", "^%s+" } }
while pos <= #src do
  for _, r in ipairs(rules) do
    local a, b = src:find(r[2], pos)
    if a then if r[1] ~= "ws" then tokens[#tokens + 1] = r[1] .. ":" .. src:sub(a, b) end pos = b + 1 break end
  end
end
print(table.concat(tokens, " "))
print(("CamelCaseString"):gsub("(%l)(%u)", "%1_%2"):lower())
print(("snake_case_name"):gsub("_(%l)", string.upper))
print(("x"):rep(3, "%"):gsub("%%", "pct"))
print(("%5.2f|%-5s|%05d"):gsub("%%([-0-9.]*)(%a)", "<%1;%2>"))
print(("tab\tsep\tline"):gsub("[^\t]*", function(f) return "(" .. f .. ")" end))
