local function counter() local n = 0 return function() n = n + 1 return n end end
local c1, c2 = counter(), counter()
print(c1(), c1(), c2(), c1(), c2())
-- several closures share one variable
local function acct(b)
  return { dep = function(x) b = b + x end, get = function() return b end, wd = function(x) b = b - x return b end }
end
local a1, a2 = acct(100), acct(0)
a1.dep(50) a2.dep(5) print(a1.get(), a1.wd(30), a2.get(), a1.get())
-- each iteration has fresh variables
local fs = {}
for i = 1, 3 do local j = i * 10 fs[#fs + 1] = function() j = j + 1 return i, j end end
print(fs[1]()) print(fs[1]()) print(fs[3]()) print(fs[2]())
fs = {}
for k, v in ipairs { "a", "b" } do fs[k] = function() v = v .. k return v end end
print(fs[1](), fs[1](), fs[2]())
fs = {}
local w = 0
while w < 3 do w = w + 1 local x = w fs[w] = function() x = x * 2 return x + w end end
print(fs[1](), fs[2](), fs[3](), fs[1]())
fs = {}
local rr = 0
repeat local x = rr fs[#fs + 1] = function() x = x + 1 return x end rr = rr + 1 until x >= 2
print(#fs, fs[1](), fs[3](), fs[1]())
-- goto that leaves a block and comes back makes a new variable
fs = {}
do
  local i = 1
  ::top::
  local v = i
  fs[i] = function() v = v + 100 return v end
  i = i + 1
  if i <= 3 then goto top end
end
print(fs[1](), fs[2](), fs[3](), fs[1]())
-- a variable of an enclosing function, two and three levels up
local function outer()
  local v = 1
  local function mid()
    local function inner() v = v + 1 return function() v = v * 10 return v end end
    return inner()
  end
  return mid, function() return v end
end
local mid, get = outer()
local h = mid() print(get(), h(), get(), mid()(), get())
-- parameters, and varargs kept in a table
local function adder(a) return function(b) a = a + b return a end end
local add = adder(10) print(add(5), add(5), adder(1)(1))
local function keep(...)
  local args = table.pack(...)
  return function(i) if i then return args[i] end return args.n end
end
local kp = keep("x", nil, "z") print(kp(), kp(1), kp(2), kp(3))
-- recursion through a local and through an upvalue
local function fact(n) if n <= 1 then return 1 end return n * fact(n - 1) end
print(fact(10), fact(20))
local even, odd
function even(n) if n == 0 then return true end return odd(n - 1) end
function odd(n) if n == 0 then return false end return even(n - 1) end
print(even(100), odd(7), even(7))
local fact2 = function(n) return n == 0 and 1 or n * fact2(n - 1) end
print(pcall(fact2, 3))
-- Y combinator, composition, currying
local Y = function(f)
  return (function(x) return x(x) end)(function(x) return f(function(...) return x(x)(...) end) end)
end
print(Y(function(self) return function(n) return n < 2 and n or self(n - 1) + self(n - 2) end end)(15))
local function compose(f, g) return function(...) return f(g(...)) end end
print(compose(math.abs, math.min)(3, -7, 2))
