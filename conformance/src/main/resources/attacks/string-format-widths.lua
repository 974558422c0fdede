-- expect: output
-- prints: false	true
-- prints: false	true
-- prints: false	true
-- prints: false	true
-- prints: 99
local function bad(f) local ok, e = pcall(string.format, f, 1) return ok, e:find("invalid", 1, true) ~= nil end
print(bad("%99999d"))
print(bad("%.99999f"))
print(bad("%" .. ("0"):rep(1000) .. "d"))
print(bad("%" .. ("9"):rep(100000) .. "d"))
print(#("%99d"):format(1))
