local counter, limit = 0, 10
local function increment()
    counter = counter + 1
    return function()
        limit = counter
        return limit, counter
    end
end
for i = 1, 3 do
    local x
    list[i] = function() return i, x end
end
do
    local y = 1
    f = function() y = y + 1 end
end
repeat
    local z = g()
    f = function() return z end
until z
while g() do
    local w
    f = function() return w end
    if w then break end
end
return increment
