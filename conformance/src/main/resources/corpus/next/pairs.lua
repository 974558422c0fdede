print(select("#", pairs({}))) print(select(2, pairs({})) ~= nil, select(3, pairs({})))
print((pairs({})) == next)
print(pcall(pairs))
print(select("#", pairs(nil))) print(select(2, pairs(nil))) print(pcall(function() for k in pairs(nil) do end end))
local t = setmetatable({ 1, 2, 3 }, { __pairs = function(o)
  return function(_, k) k = (k or 0) + 1 if k <= 2 then return k, o[k] * 10 end end, o, nil
end })
for k, v in pairs(t) do io.write(k, ":", v, " ") end print()
local r = table.pack(pairs(setmetatable({}, { __pairs = function(o) return 1, 2, 3, 4, 5 end })))
print(r.n, r[1], r[2], r[3])
r = table.pack(pairs(setmetatable({}, { __pairs = function(o) return "only" end }))) print(r.n, r[1], r[2], r[3])
r = table.pack(pairs(setmetatable({}, { __pairs = function(o) end }))) print(r.n, r[1])
print(pcall(pairs, setmetatable({}, { __pairs = function() error("in pairs", 0) end })))
print(pcall(pairs, setmetatable({}, { __pairs = 5 })))
print(pcall(function() for k in pairs(setmetatable({}, { __pairs = function() return 5 end })) do end end))
-- ipairs stops at the first nil, respects __index, and ignores the length
for i, v in ipairs({ 1, 2, nil, 4 }) do io.write(i, "=", v, " ") end print()
for i, v in ipairs(setmetatable({}, { __index = function(_, i) if i <= 4 then return i * i end end })) do
  io.write(i, "=", v, " ")
end
print()
for i, v in ipairs(setmetatable({ "a" }, { __len = function() return 100 end })) do io.write(i, "=", v, " ") end
print()
for i, v in ipairs({ [0] = "zero", [-1] = "neg", [2] = "two" }) do io.write(i, "=", v, " ") end print("|")
for i, v in ipairs("abc") do io.write("never") end
print(pcall(ipairs)) print(select(3, ipairs(nil)), pcall(function() for k in ipairs(nil) do end end))
print(pcall(function() for i, v in ipairs(5) do end end))
print(select("#", ipairs({}))) print(select(3, ipairs({})))
for i, v in ipairs({ false, false }) do io.write(i, "=", tostring(v), " ") end print()
-- ipairs sees changes made during the loop
local a = { 1, 2, 3 }
for i, v in ipairs(a) do if i < 6 then a[#a + 1] = v * 2 end io.write(v, " ") end print(#a)
a = { 1, 2, 3, 4, 5 }
for i, v in ipairs(a) do if i == 2 then a[4] = nil end io.write(v, " ") end print()
-- nested and interleaved
local x = { 1, 2 }
for _, p in ipairs(x) do for _, q in ipairs(x) do io.write(p * q, " ") end end print()
local f1, s1, c1 = ipairs(x)
print(f1(s1, 0)) print(f1(s1, 1)) print(f1(s1, 2)) print(f1(s1, -1))
-- generic for: extra values, state and control
local function range(n) return function(s, c) if c < s then return c + 1, c * c, "x", "y", "z" end end, n, 0 end
for i, sq, p, q, rr, none in range(3) do io.write(i, " ", sq, " ", p, q, rr, tostring(none), ";") end print()
for a in range(2) do a = "changed" io.write(a, " ") end print()
print(pcall(function() for a in nil do end end))
print(pcall(function() for a in {} do end end))
print(pcall(function() for a in 5, 6 do end end))
print(pcall(function() local it; for a in it do end end))
local callable = setmetatable({}, { __call = function(self, s, c) c = (c or 0) + 1 if c <= 3 then return c end end })
for i in callable do io.write(i, " ") end print()
for v in (function()
  local n = 0
  return function() n = n + 1 if n < 4 then return n end end
end)() do io.write(v, " ") end
print()
for v in function() return false end do print(v) break end
