-- Library functions as hot code calls them, at the edges of what they do without a frame.
local MIN, MAX = math.mininteger, math.maxinteger
local function show(...)
  local t = table.pack(...)
  for i = 1, t.n do
    local s = tostring(t[i]):gsub("%z", "\\0")
    t[i] = #s > 60 and s:sub(1, 50) .. "...#" .. #s or s
  end
  return t.n .. ": " .. table.concat(t, " ", 1, t.n)
end
local lines = {}
local function again(name, f, ...)
  local first
  for i = 1, 8 do
    local now = show(pcall(f, ...))
    if i == 1 then first = now elseif now ~= first then print("differs", name, i, first, now) break end
  end
  lines[#lines + 1] = name .. " " .. first
end
-- Prints a sum of what has been seen since the last time, and a few of the lines.
local function report(title)
  local text = table.concat(lines, "\n")
  local sum = 0
  for i = 1, #text do sum = (sum * 31 + text:byte(i)) % 1000000007 end
  print(title, #lines, #text, sum)
  for i = 1, #lines, 41 do print(lines[i]) end
  lines = {}
end

local texts = { "", "a", "hello", "a\0b", ("x"):rep(40), ("y"):rep(41), ("long "):rep(60), ("k"):rep(3000) }
local positions = { 0, 1, -1, 2, 41, -41, MIN, MAX, 2.0, "3", 1.5 }
for i, s in ipairs(texts) do
  for _, a in ipairs(positions) do
    again("sub " .. i .. " " .. a, function() return s:sub(a) end)
    again("byte " .. i .. " " .. a, function() return s:byte(a) end)
    for _, b in ipairs { 0, -1, 40, 41, MIN, "2" } do
      again("sub " .. i .. " " .. a .. " " .. b, function() local x = s:sub(a, b) return x, #x end)
      again("byte " .. i .. " " .. a .. " " .. b, function() return select("#", s:byte(a, b)) end)
    end
    again("find " .. i .. " " .. a, function() return s:find("l", a) end)
    again("find plain " .. i .. " " .. a, function() return s:find("", a, true) end)
    again("match " .. i .. " " .. a, function() return s:match("()(.)(.?)", a) end)
  end
  again("upper " .. i, function() return s:upper(), s:lower(), s:reverse(), s:len() end)
  for _, n in ipairs { -1, 0, 1, 3, 400, 2.0, "2" } do again("rep " .. i .. " " .. n, function() local x = s:rep(n) return #x, x end) end
  again("rep huge " .. i, function() return #s > 0 and s:rep(MAX) or s end)
end

report("parts")

local function f1(s, p, ...) local a, b, c, d = s:find(p, ...) return a, b, c, d end
local function f2(s, p, ...) local a, b, c, d = s:match(p, ...) return a, b, c, d end
local function f3(s, p, r, ...) local a, b = s:gsub(p, r, ...) return a, b end
local function f4(s, p) local t = {} for a, b in s:gmatch(p) do t[#t + 1] = a .. ":" .. tostring(b) end return table.concat(t, ",") end
local indexed = setmetatable({}, { __index = function(_, k) return "<" .. k .. ">" end })
local replacements = { "", "x", "%0%0", "%1", "%%", "a long replacement", { a = "A", b = false, l = 1, o = 2.5, h = "" }, indexed,
  function(a, b) return b end, { l = {} }, ("r"):rep(60), { l = ("v"):rep(3000) }, 7 }
for _, p in ipairs { "l", "l+", "(l)(.)", "()", "[lo]", "^h", "^", "$", "%w*", "x", "(", ")", "%", "[a", "%1", "(l", ("(.)"):rep(5), ("(.)"):rep(6), ("()"):rep(8), ("(.)"):rep(20) } do
  for i, s in ipairs { "hello world", "", "a\0l", ("l"):rep(63), ("l"):rep(64), ("l"):rep(65), ("lo "):rep(70) } do
    again("f " .. p .. " " .. i, f1, s, p)
    again("m " .. p .. " " .. i, f2, s, p)
    again("g " .. p .. " " .. i, f4, s, p)
    for k, r in ipairs(replacements) do again("s " .. p .. " " .. i .. " " .. k, f3, s, p, r) end
  end
end
report("patterns")
again("numbers", function() return (12345):rep(2), ("x"):find(1), (77):find(7), (5.5):sub(2) end)
again("none", function() return ("x"):find() end)
again("not a string", function() return string.match({}, "x") end)
again("not a pattern", function() return string.gmatch("x", nil) end)
again("not a place", function() return ("x"):find("x", {}) end)

report("conversions of arguments")

local named = setmetatable({}, { __name = "Named" })
local texted = setmetatable({}, { __tostring = function() return "texted" end })
local arguments = { 0, -7, 123456789, MIN, 1.5, -0.0, 1e300, 1 / 0, "text", "12", "", ("s"):rep(1200), "a\0b", true, texted }
for _, format in ipairs {
  "%d", "%5d", "%-5d|", "%05d", "%x", "%X", "%i", "%.3d", "%s", "%10s|", "%-10s|", "%.2s", "%g", "%.3f", "%10.2f|", "%e", "%.6g", "%.14g", "%a",
  "%c", "%q", "%%", "%%%d", "%", "%y", "%d%%", "no conversion", "%5", "%00d", "%+d", "% d", "%#x", "%123d", "%.123f", "%99.9f", "%s %s", "%u", "", "%p%%"
} do
  for i, value in ipairs(arguments) do
    if format ~= "%p%%" then again("format " .. format .. " " .. i, function() local x = format:format(value) return #x, x end) end
  end
end
again("format many", function() return ("%d %d %d %d %d %d %d"):format(1, 2, 3, 4, 5, 6, 7) end)
again("format more", function() return ("%d %d %d %d %d %d %d %s"):format(1, 2, 3, 4, 5, 6, 7, 8) end)
for i, value in ipairs(arguments) do
  again("tostring " .. i, function() local x = tostring(value) return x, #x end)
  again("tonumber " .. i, function() local x = tonumber(value) return x, math.type(x) end)
end
again("tostring none", function() return tostring() end)
again("tonumber none", function() return tonumber() end)
again("tonumber spaces", function() return tonumber(" 0x1p4 "), tonumber("1e1"), tonumber("1 2"), tonumber("10", 2), tonumber("\0") end)
again("named", function() return (tostring(named):gsub("0x%x+", "?")) end)
local meta = getmetatable("")
meta.__tostring = function(s) return "<" .. #s .. ">" end
again("strings with __tostring", function() return tostring("abc"), ("%s|%d"):format("abc", 1) end)
meta.__tostring = nil
again("strings without", function() return tostring("abc"), ("%s|%d"):format("abc", 1) end)
report("texts")
