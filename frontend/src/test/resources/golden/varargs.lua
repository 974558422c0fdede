local first, second = ...
local t = {..., n = select("#", ...)}
local function f(a, ...)
    local x, y, z = a, ...
    if x then return ... end
    if y then return a end
    if z then return end
    return f(..., 1)
end
local function fixed(a)
    if a then return end
    if a.b then return a, a end
    return a
end
return (...)
