do local i = 1 ::top:: if i <= 3 then io.write(i, " ") i = i + 1 goto top end print() end
for i = 1, 3 do for j = 1, 3 do if j == 2 then goto continue end io.write(i, ",", j, " ") ::continue:: end end print()
for i = 1, 3 do for j = 1, 3 do if i * j == 4 then goto out end io.write(i * j, " ") end end ::out:: print("out")
do goto skip ; print("skipped") ::skip:: print("after") end
do local x = 1 do goto l1 end ::l2:: x = x * 2 goto l3 ::l1:: x = x + 10 goto l2 ::l3:: print(x) end
-- the same label name in sibling and nested functions and blocks
do ::a:: end do ::a:: end
local function f() goto a do ::b:: end ::a:: return "f" end print(f())
local function g() do goto x end do ::y:: end ::x:: return (function() goto x ::x:: return "inner" end)() end
print(g())
-- goto continue in every kind of loop
local i = 0 while i < 5 do i = i + 1 if i % 2 == 0 then goto cont end io.write(i, " ") ::cont:: end print()
i = 0 repeat i = i + 1 if i % 2 == 1 then goto cont end io.write(i, " ") ::cont:: until i >= 5 print()
for _, v in ipairs { 1, 2, 3 } do if v == 2 then goto cont end io.write(v, " ") ::cont:: end print()
-- a label at the end of a block is outside the scope of its locals
do goto e local x = 5 print(x) ::e:: end
do goto e2 local x ::e2:: ; ; end
-- state machine
local function match(s)
  local p, c = 0
  ::s0:: p = p + 1 c = s:sub(p, p) if c == "a" then goto s1 elseif c == "b" then goto s0 else return false end
  ::s1::
  p = p + 1
  c = s:sub(p, p)
  if c == "a" then goto s1 elseif c == "b" then goto s2 elseif c == "" then return false else return nil end
  ::s2:: p = p + 1 c = s:sub(p, p) if c == "" then return true elseif c == "a" then goto s1 end goto s0
end
print(match "ab", match "aab", match "ba", match "bbab", match "abb", match "abab", match "c")
-- backward goto closes and renews locals
local fs = {}
do
  local k = 0
  ::again::
  local v = k
  fs[#fs + 1] = function() v = v + 1 return v end
  k = k + 10
  if k < 30 then goto again end
end
print(fs[1](), fs[1](), fs[2](), fs[3]())
-- leaving nested blocks with to-be-closed and captured variables
do
  local log = {}
  local function cl(n) return setmetatable({}, { __close = function() log[#log + 1] = n end }) end
  do local a <close> = cl "a" do local b <close> = cl "b" goto done end end
  ::done:: print(table.concat(log, " "))
end
goto goto_end
do print("never") end
::goto_end::
print(pcall(load, "goto = 1")) print(load("local goto = 1", "=x"))
do local n = 0 ::l:: n = n + 1 if n < 1000 then goto l end print(n) end
