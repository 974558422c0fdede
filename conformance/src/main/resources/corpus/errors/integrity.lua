-- an error does not disturb the values of its surroundings
local a, b, t = 1, { 2 }, {}
for i = 1, 50 do
  local ok, e = pcall(function(x, ...)
    local l1, l2, l3 = x, x * 2, { x }
    a = a + 1
    t[#t + 1] = l2
    if i % 3 == 0 then error(l3) elseif i % 3 == 1 then local z = nil + l1 else return l1, l2, ... end
  end, i, i + 1, i + 2)
  if i % 3 == 0 then assert(not ok and e[1] == i) elseif i % 3 == 1 then
    assert(not ok and e:find("arithmetic on a nil value", 1, true))
  else assert(ok and e == i) end
end
print(a, b[1], #t, t[50])
-- in the middle of an expression, an assignment, a constructor, a loop
local function boom() error("boom", 0) end
local x, y = 1, 2
print(pcall(function() x, y = y, boom() end)) print(x, y)
print(pcall(function() x = x + boom() * 2 end)) print(x)
local tt = { 1, 2 }
print(pcall(function() tt[1], tt[2] = 9, boom() end)) print(tt[1], tt[2])
print(pcall(function() return { 1, 2, boom() } end))
print(pcall(function() for i = 1, 10 do x = i if i == 4 then boom() end end end)) print(x)
print(pcall(function() for k in boom do end end))
print(pcall(function() return "a" .. boom() .. "b" end))
print(pcall(function() if boom() then return 1 end end))
print(pcall(function() return boom(), 1 end))
print(pcall(function() return boom() end))
print(pcall(function() local a <const> = boom() end))
print(pcall(string.rep, boom))
print(pcall(function() tt.x.y, tt[1] = 1, 2 end))
print(tt[1])
-- upvalues are closed when an error leaves their function
local fs = {}
print(pcall(function()
  for i = 1, 3 do local v = i * 10 fs[i] = function() v = v + 1 return v end if i == 3 then boom() end end
end))
print(fs[1](), fs[2](), fs[3](), fs[1]())
-- pcall returns everything; many levels of pcall and error alternate
local function alt(n)
  if n == 0 then return "ok", "bottom" end
  local ok, e = pcall(n % 2 == 0 and alt or function() local r = table.pack(alt(n - 1)) error(r, 0) end, n - 1)
  if ok then return e, n end
  return e[1], n
end
print(alt(9))
local count = 0
for i = 1, 10000 do if not pcall(error, i) then count = count + 1 end end
print(count)
local s = 0
for i = 1, 2000 do local ok, v = pcall(function() if i % 2 == 0 then error(i, 0) end return i end) s = s + v end
print(s)
-- error within a metamethod within a sort within pcall
print(pcall(table.sort, { 3, 1, 2, setmetatable({}, { __lt = function() error("cmp", 0) end }) }))
print(pcall(table.concat, setmetatable({}, { __index = function(_, i)
  if i == 3 then error("at 3", 0) end
  return "v"
end, __len = function() return 5 end })))
print(pcall(string.gsub, "abc", ".", setmetatable({}, { __index = function(_, k) error("key " .. k, 0) end })))
print(pcall(load, function() error("reader", 0) end))
print(pcall(next, {}, 1))
