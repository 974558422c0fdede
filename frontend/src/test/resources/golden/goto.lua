local n = 0
::top::
local x = n
f = function() return x end
n = n + 1
if n < 3 then goto top end
do
    local y
    f = function() return y end
    goto out
end
g()
::out::
do goto past; local z; ::past:: end
while true do
    do
        local w
        f = function() return w end
        if w then break end
        if x then goto done end
    end
end
::done::
