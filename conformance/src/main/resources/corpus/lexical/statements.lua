;;; local a <const> = 1;; print(a);
;
do end do ; end do do end end
local function f() return; end
local function g() return 1, 2; end
print(f(), (g()), g())
if false then elseif true then print "elseif" else end
while false do end
repeat local x = 1 until x == 1
for i = 1, 0 do end
for k in next, {} do end
goto done ::done:: ; ::again::
local t = {} ; (t).x = 1 ; (print)(t.x)
local s = ("x"):rep(3) ; print(s)
print(("x"):rep(2), #"abc", ({ 1, 2, 3 })[2], (function() return "called" end)())
-- a call may continue on the next line
local h = print
("on the next line")
print(h)
local function id(...) return ... end
print(id "s", id { 1 }[1], id [[l]], id(id)("twice"), #id { 1, 2 })
print(type(id { x = { y = 5 } }.x), id { x = { y = 5 } }.x.y)
local o = { n = 0 }
function o.add(x) o.n = o.n + x return o end
function o:plus(x) self.n = self.n + x return self end
print(o.add(1):plus(2).add(3):plus(4).n)
o:plus { 1 }
