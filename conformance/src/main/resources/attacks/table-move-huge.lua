-- expect: fuel
-- fuel: 10000000
print(pcall(table.move, {}, 1, 1 << 40, 2))
