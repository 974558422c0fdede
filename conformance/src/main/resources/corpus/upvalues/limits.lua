-- 255 upvalues are allowed, 256 are not; likewise 200 locals
local function upvalues(n)
  local t = {}
  for blk = 0, (n - 1) // 100 do
    t[#t + 1] = "local "
    local names = {}
    for i = blk * 100 + 1, math.min(n, blk * 100 + 100) do names[#names + 1] = "a" .. i end
    t[#t + 1] = table.concat(names, ",") .. " = 1\nlocal function f" .. blk .. "()\n"
  end
  local sum = {}
  for i = 1, n do sum[i] = "a" .. i end
  t[#t + 1] = "return function()\nlocal s = 0\n"
  for i = 1, n do t[#t + 1] = "s = s .. tostring == nil or " .. sum[i] .. "\n" end
  t[#t + 1] = "return 'fine' end\n"
  for blk = (n - 1) // 100, 0, -1 do t[#t + 1] = "end\n" .. (blk > 0 and "return f" .. blk .. "\n" or "return f0") end
  return table.concat(t)
end
for _, n in ipairs { 100, 200, 253, 254, 255, 256, 300 } do
  local f, m = load(upvalues(n), "=u")
  print(n, f ~= nil, m)
end
local function locals(n)
  local t = {}
  for i = 1, n do t[i] = "local v" .. i .. " = " .. i end
  return table.concat(t, "\n") .. "\nreturn v1 + v" .. n
end
for _, n in ipairs { 199, 200, 201 } do local f, m = load(locals(n), "=l") print(n, f and f(), m) end
local function params(n)
  local t = {}
  for i = 1, n do t[i] = "p" .. i end
  return "local function g(" .. table.concat(t, ",") .. ") end"
end
for _, n in ipairs { 199, 200, 201 } do local f, m = load(params(n), "=p") print(n, f ~= nil, m) end
print(load("local function f()\n" .. locals(201) .. "\nend", "=n"))
print(load("for i = 1, 2 do\n" .. ("local a\n"):rep(197) .. "end", "=f"))
print(load("for i = 1, 2 do\n" .. ("local a\n"):rep(196) .. "end return 'ok'", "=f") ~= nil)
-- sibling blocks reuse slots
local t = {} for i = 1, 300 do t[i] = "do local a" .. i .. " = " .. i .. " s = s + a" .. i .. " end" end
print(load("local s = 0 " .. table.concat(t, "\n") .. " return s")())
-- constants beyond 255 and beyond 65535 in one function; strings and numbers
t = {} for i = 1, 700 do t[i] = "x = '" .. i .. "c' n = n + " .. i .. ".5" end
print(load("local x, n = nil, 0 " .. table.concat(t, "\n") .. " return x, n")())
t = {} for i = 1, 70000 do t[i] = i .. ".25" end
local big = load("local t = {" .. table.concat(t, ",") .. "} return t")() print(#big, big[1], big[65536], big[70000])
t = {} for i = 1, 400 do t[i] = "k" .. i .. "=" .. i end
big = load("local o = {" .. table.concat(t, ",") .. "} return o.k1 + o.k255 + o.k256 + o.k257 + o.k400, o")()
print(big)
-- a long jump over a large body
print(load("local n = 0 for i = 1, 3 do if i == 2 then " .. ("n = n + 1 "):rep(30000) .. "end end return n")())
