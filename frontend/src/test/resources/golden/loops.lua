for i = 1, 10 do f(i) end
for i = 10, 1, -1 do if i == 5 then break end end
for i = a, b, c do end
for k, v in pairs(t) do
    if k then return f(v) end
    if v then break end
end
for a, b, c, d in f, g, h, i do
    local function captured() return a end
end
local n = 3
while n > 0 do n = n - 1 end
while f() do
    if n then goto continue end
    g()
    ::continue::
end
repeat n = n + 1 until n >= 10 or f()
