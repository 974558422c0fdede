-- expect: output
-- prints: false	true
-- prints: false	true
-- prints: false	true
-- prints: a
local function failed(...) local ok, e = pcall(table.move, ...) return ok, e:find("too many elements", 1, true) ~= nil or e:find("wrap around", 1, true) ~= nil end
print(failed({}, math.mininteger, math.maxinteger, 1))
print(failed({}, -1, math.maxinteger, 2))
print(failed({}, 1, 2, math.maxinteger))
print(table.move({ "a" }, 1, 1, math.maxinteger)[math.maxinteger])
