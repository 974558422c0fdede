-- expect: fuel
-- fuel: 50000000
for _ = 1.0, math.huge, 0.0000001 do end
