-- expect: fuel
-- fuel: 50000000
while true do end
