local a, b, c = 1
local i, t = 1, {}
i, t[i] = i + 1, 20
t[i], i = 20, i + 1
t.x, t = 1, 2
global, constant = a, "constant"
constant = 1
a, b, c = f()
a, b = 1, 2, f()
a, b, c = 0, ...
g, h = h, g
local function outer()
    t, t.x, a = {}, 1
    t.x, t[1], t = nil, true, {}
    t.x = t
end
local _ENV <const> = t
field = 1
local c1 <const>, c2 <const> = f(), "constant"
a = c1 .. c2
local close <close> = nil
