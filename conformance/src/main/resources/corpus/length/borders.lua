print(#{}, #{ 1 }, #{ 1, 2, 3 }, #{ n = 5 }, #{ [1] = 1, [2] = 2 }, #{ [2] = 2 } <= 2, #{ [0] = 1 }, #{ [-1] = 1 }, #{ [1.5] = 1 })
local t = {}
for i = 1, 100 do t[i] = i assert(#t == i) end
for i = 100, 1, -1 do t[i] = nil assert(#t == i - 1) end
for i = 1, 20 do t[#t + 1] = i end
print(#t, t[20])
-- with holes any border will do, but it must be one
local function isborder(x) local n = #x return (n == 0 or x[n] ~= nil) and x[n + 1] == nil end
local seed = 7
local function rnd(n) seed = (seed * 1103515245 + 12345) % 2147483648 return seed // 65536 % n end
local ok = true
for _ = 1, 300 do
  local x = {}
  for _ = 1, rnd(60) do x[rnd(40) + 1] = true end
  for _ = 1, rnd(30) do x[rnd(40) + 1] = nil end
  ok = ok and isborder(x)
end
print(ok)
print(isborder { 1, nil, 3 }, isborder { nil, nil, 3 }, isborder { n = 1, nil, 2, nil, 4, nil }, isborder { [1000] = 1 })
print(#"", #"abc", #"\0\0", #("x"):rep(100))
print(pcall(function() return #nil end))
print(pcall(function() return #5 end))
print(pcall(function() return #print end))
print(pcall(function() return #true end))
print(pcall(function() local a; return #a end))
print(pcall(function() return #t.x end))
print(pcall(function() return #t.x.y end))
print(pcall(function() return #undefinedglobal end))
local m = setmetatable({ 1, 2, 3 }, { __len = function(o) return 42 end })
print(#m, rawlen(m), rawlen("abc"), pcall(rawlen, 5))
print(#setmetatable({}, { __len = function() return "ten" end }), #setmetatable({}, { __len = function() return nil end }), #setmetatable({}, { __len = function()
  return 1.5
end }))
print(#setmetatable({}, { __len = function(a, b) return a == b end }), select("#", #setmetatable({}, { __len = function()
  return 1, 2, 3
end })))
print(pcall(function() return #setmetatable({}, { __len = 5 }) end))
print(pcall(function() return #setmetatable({}, { __len = function() error("len!", 0) end }) end))
local s = {}
s[1] = 1 s[2] = 2 s[4] = 4
print(#s == 2 or #s == 4)
s[3] = 3 print(#s)
local w = table.pack(1, nil, 3, nil) print(w.n, w[3], w[4])
local arr = { table.unpack({ 1, 2, 3 }, 1, 3) } print(#arr)
table.insert(arr, 4) table.remove(arr, 1) print(#arr, arr[1], arr[3])
local str = setmetatable({}, { __index = function() return 1 end }) print(#str)
