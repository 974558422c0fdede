-- expect: fuel
-- fuel: 50000000
for _ = math.mininteger, math.maxinteger do end
