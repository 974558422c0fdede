-- expect: output
-- prints: 12
-- memory: 64MiB
-- fuel: 2000000000
local o = {}
local mt = {
  __index = function(t, k) return t[k .. ""] end, __newindex = function(t, k, v) t[k] = v return 1 end,
  __add = function(a, b) return (a + b) + 1 end, __concat = function(a, b) return (a .. b) .. "" end,
  __eq = function(a, b) return not (a == b) end, __lt = function(a, b) return not (a < b) end,
  __le = function(a, b) return not (a <= b) end, __len = function(a) return #a + 1 end,
  __unm = function(a) return -(-a) end, __bnot = function(a) return ~~a end,
  __call = function(a) return a() + 1 end, __shl = function(a, b) return (a << b) << 1 end,
}
setmetatable(o, mt)
local count = 0
for _, f in ipairs {
  function() return o.x end, function() o.x = 1 end, function() return o + 1 end, function() return o .. "" end,
  function() return o == {} end, function() return o < 1 end, function() return o <= 1 end, function() return #o end,
  function() return -o end, function() return ~o end, function() return o() end, function() return o << 1 end,
} do
  local ok, e = pcall(f)
  if not ok and type(e) == "string" and (e:find("overflow", 1, true) or e == "not enough memory") then count = count + 1 end
end
print(count)
