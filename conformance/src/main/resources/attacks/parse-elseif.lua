-- expect: output
-- prints: end
-- memory: 64MiB
-- fuel: 1000000000
print(load("local x = -1 if x == 0 then " .. ("elseif x == 1 then "):rep(20000) .. "else return 'end' end")())
