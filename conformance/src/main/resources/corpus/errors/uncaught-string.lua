print("before")
local function f() error("uncaught message") end
local function g() f() end
g()
print("never")
