-- expect: fuel
-- fuel: 10000000
local n = 0
::top::
n = n + 1
do
  if n % 2 == 0 then goto continue end
  n = n + 2
  ::continue::
end
goto top
