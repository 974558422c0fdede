local a, b, c = ...
local x = a and b
x = a or b and c
x = (a or b) and c
x = not (a and b)
x = a < b and c or 5
local less = a < b
local chained = a == b == c
x = not a == nil
x = not not (a or b < c)
x = a > 1 and a >= 2 and a < 3 and a <= 4 and 5 < a and 6 >= a
x = a == 1 or b ~= 1.5 or c == "s" or nil == a or a == 1000
x = f() or g() and h()
if not a and (b or not c) then
    x = 1
elseif a <= b or a ~= c then
    x = 2
else
    x = 3
end
while true do
    if a then break end
end
return a and f(), (a or b)
