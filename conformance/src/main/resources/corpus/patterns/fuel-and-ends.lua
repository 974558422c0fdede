-- searches where the last possible match is at the end, behind it, or nowhere, and runs of many bytes
local long = ("ab "):rep(40000) .. "end"
print(long:find("%s+$"), long:find("[^ab ]+"), long:find("nd$"), long:find("$"), long:find("x*$"))
print(#long:match("^[ab ]*"), #long:match("[ab ]*"), long:match("e(%a*)$"), long:find("[%d]"), long:find("(%d)"))
print((("x"):rep(65536)):find("^x*$"), (("x"):rep(65537)):find("x+$"), (("x"):rep(65535) .. "y"):find("[x]+y"))
print((("x"):rep(65536) .. "y"):match("^[x]*()"), (("x"):rep(131072) .. "y"):match("[x]+()"), (("x"):rep(131073)):match("[^y]+()$"))
print(("b"):rep(70000):find("[a]"), (("b"):rep(65536) .. "a"):find("[a]"), (("b"):rep(65535) .. "a"):find("a%f[\0]"))

for _, s in ipairs { "", "a", "ab", "aab", "baa", "\0a\0", "a\0b", "\255\254" } do
  for _, p in ipairs { "", "a", "a*", "a+", "a-", "[a]", "[^a]", "[a]*", "[^a]*$", ".", ".-b", "(a)(b?)", "()a()", "%f[a]", "%z", "[\128-\255]+", "[%z\1-\31]" } do
    local hits = {}
    for i = -3, 4 do hits[#hits + 1] = s:find(p, i) or "-" end
    local replaced, count = s:gsub(p, "<%0>")
    local all = {}
    for m in s:gmatch(p) do all[#all + 1] = tostring(m) end
    print(("%q %q"):format(s, p), table.concat(hits, " "), ("%q"):format(replaced), count, #all, ("%q"):format(table.concat(all, "|")))
  end
end

-- captures of functions called one after the other, in code that is hot
local function swap(a, b) return b .. a end
local function nothing(a) if a == "x" then return nil elseif a == "y" then return false end end
local function fails(a) if a == "q" then error("no q", 0) end return a end
local sum = 0
for i = 1, 3000 do
  local s = ("key%d=value%d"):format(i, i % 7)
  local r, n = s:gsub("(%w+)=(%w+)", swap)
  local r2, n2 = ("xyzxyz"):gsub("%a", nothing)
  local ok, message = pcall(string.gsub, i % 500 == 0 and "aqa" or "aba", "%a", fails)
  sum = sum + #r + n + n2 + (ok and #message or 1000)
  if i % 1000 == 0 then print(r, r2, ok, message) end
end
print(sum)
