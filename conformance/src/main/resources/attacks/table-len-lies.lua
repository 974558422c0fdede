-- expect: output
-- prints: false	true
-- prints: false	true
-- prints: false	true
-- prints: false	true
-- prints: false	object length is not an integer
-- prints: false	object length is not an integer
-- prints: true	nil
-- prints: true	true
-- prints: true	true
-- fuel: 500000000
local function lying(n, extra)
  local mt = { __len = function() return n end }
  for k, v in pairs(extra or {}) do mt[k] = v end
  return setmetatable({}, mt)
end
local function failed(f, ...) local ok, e = pcall(f, ...) return ok, type(e) == "string" end
print(failed(table.unpack, lying(math.maxinteger)))
print(failed(table.sort, lying(math.maxinteger)))
print(failed(table.sort, lying(1 << 31)))
print(failed(table.concat, lying(1 << 40)))
print(pcall(table.unpack, lying("many")))
print(pcall(table.concat, lying(1.5)))
print(pcall(table.remove, lying(0)))
print((pcall(table.insert, lying(-10), 1)), (pcall(table.insert, lying(math.maxinteger), 1)))
print((pcall(table.sort, lying(-1))), (pcall(table.unpack, lying(math.mininteger))))
