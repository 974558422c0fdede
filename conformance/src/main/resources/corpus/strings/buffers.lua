-- building, splitting and joining; quadratic and linear ways agree
local s, t = "", {}
for i = 1, 500 do s = s .. i .. "," t[#t + 1] = i .. "," end
print(#s, s == table.concat(t), s:sub(-8))
local rope = {}
local function add(x)
  rope[#rope + 1] = x
  local i = #rope - 1
  while i > 0 and #rope[i] <= #rope[i + 1] do rope[i] = rope[i] .. table.remove(rope) i = i - 1 end
end
for i = 1, 500 do add(i .. ",") end
print(table.concat(rope) == s, #rope < 12)
local words = {}
for w in ("the moon lifts the tide and the tide lifts the boats"):gmatch("%a+") do words[#words + 1] = w end
print(#words, table.concat(words, " "):gsub("tide", "sea"))
print(("%s "):rep(#words):format(table.unpack(words)))
local caps = {}
for i, w in ipairs(words) do caps[i] = w:sub(1, 1):upper() .. w:sub(2) end
print(table.concat(caps))
print((("x"):rep(5, "-")), ("ab"):rep(3):gsub("a", ""))
local line = ("="):rep(20)
print(line, #line)
print(("%-10s|%10s|%s"):format("left", "right", ("mid"):rep(2)))
local function lines(text) local r = {} for l in (text .. "\n"):gmatch("(.-)\r?\n") do r[#r + 1] = l end return r end
local ls = lines("a\nb\r\n\nc")
print(#ls, table.concat(ls, "|"))
local function expand(l)
  local out, col = {}, 0
  for c in l:gmatch(".") do
    if c == "\t" then
      local k = 4 - col % 4
      out[#out + 1] = (" "):rep(k)
      col = col + k
    else out[#out + 1] = c col = col + 1 end
  end
  return table.concat(out)
end
print("[" .. expand("a\tbc\tdefg\th") .. "]")
local function center(x, w, f) local l = w - #x return (f or " "):rep(l // 2) .. x .. (f or " "):rep(l - l // 2) end
print(center("mid", 9, "*"), center("even", 9, "."), "[" .. center("", 4) .. "]")
local function isp(x) x = x:lower():gsub("%A", "") return x == x:reverse() end
print(isp "A man, a plan, a canal: Panama", isp "not one", isp "")
local function count(x, c) return select(2, x:gsub(c, "")) end
print(count("mississippi", "s"), count("mississippi", "ss"), count("", "x"))
local function common(a, b)
  local i = 0
  while i < #a and a:byte(i + 1) == b:byte(i + 1) do i = i + 1 end
  return a:sub(1, i)
end
print(common("interview", "internet"), common("abc", "xyz") == "", common("same", "same"))
local function starts(x, p) return x:sub(1, #p) == p end
local function ends(x, p) return p == "" or x:sub(-#p) == p end
print(starts("foobar", "foo"), starts("foo", "foobar"), ends("foobar", "bar"), ends("foobar", ""), ends("r", "bar"))
local path = "/usr/local/lib/lua/5.4/x.tar.gz"
print(path:match("^(.*)/([^/]*)$"))
print(path:match("([^/.]+)%.(.*)$"))
print((path:gsub("/[^/]*$", "")))
print(path:find("/", 2, true)) print(select(2, path:gsub("/", "")))
print(("2024-05-06"):match("^(%d+)-(%d+)-(%d+)$"))
print(("k1=v1&k2=v2&k3="):gsub("(%w+)=(%w*)", "%2:%1"))
print(("a.b.c"):gsub("%.", "/")) print(("hello"):gsub("", " ")) print(("abc"):gsub("%w", "%0%0"):upper())
print(("%d items"):format(3), ("%5.1f%%"):format(99.55), ("%q"):format("a\tb"), ("%x"):format(255):upper())
local bytes = { ("Lua"):byte(1, -1) }
print(table.concat(bytes, " "), string.char(table.unpack(bytes)), ("Lua"):byte(-1))
local u = {}
for i = 1, 26 do u[i] = string.char(96 + i) end
local al = table.concat(u)
print(al, al:reverse(), al:sub(5, 10), al:find("xyz", 1, true)) print(#al:rep(10))
print(tostring(12):rep(2) + 1, ("10" + 5) .. "", 10 .. 20, ("5" * "4"), "0x10" + 0, -"3")
print(("a,b;c d"):gsub("[,; ]", { [","] = "<comma>", [";"] = "<semi>" }))
local escaped = ("a+b(c)"):gsub("%p", "%%%0")
print(escaped, ("xa+b(c)y"):find(escaped))
