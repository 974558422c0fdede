local obj = ...
f()
f(1, "two", nil)
f(g())
f((g()))
f(..., ...)
local a, b, c = obj:method(1), f(2, ...)
obj.field:method "text" { 1 }:chain()
print(obj
    .field
    (a,
     b))
local function tail(n)
    return tail(n - 1)
end
local function many(...)
    return 1, f(...)
end
function obj.f() return end
function obj.a.b:m(x) return self, x end
function global() return a end
return f(a)
