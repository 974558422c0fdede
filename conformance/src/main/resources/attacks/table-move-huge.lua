-- expect: fuel
-- fuel: 50000000
print(pcall(table.move, {}, 1, 1 << 40, 2))
