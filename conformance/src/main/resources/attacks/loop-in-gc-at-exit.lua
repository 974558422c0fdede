-- expect: fuel
-- fuel: 50000000
-- the finalizer runs when the state closes; it must not hang the host
keep = setmetatable({}, { __gc = function() while true do end end })
print("end of main")
