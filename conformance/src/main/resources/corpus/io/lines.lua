for l in io.lines(nil, "L") do io.write("<", (l:gsub("\n", "$")), ">") if l == "end1\n" then break end end print()
for a, b in io.stdin:lines("n", "l") do io.write(tostring(a), "=", tostring(b), ";") if a == 3 then break end end
print()
print(pcall(function() for l in io.lines(nil, "bad") do end end))
print((pcall(io.stdin.lines)))
for c in io.stdin:lines(1) do io.write("(", c, ")") if c == "!" then break end end
print()
local it = io.lines()
print(it())
print(it())
print(it())
print(pcall(it))
print(type(it))
for l in io.lines(nil, 0) do print("zero") break end
for chunk in io.stdin:lines("a") do io.write(#chunk, " ") break end
print()
print(io.read(1), it())
local w = io.lines()
print(w(), pcall(w))
print(select("#", io.lines())) print(pcall(io.lines, nil, table.unpack({}, 1, 251)))
