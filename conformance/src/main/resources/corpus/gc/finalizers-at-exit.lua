-- objects that are alive at the end are finalized, last marked first
local function fin(n) return setmetatable({ n = n }, { __gc = function(o) print("finalize", o.n) end }) end
a = fin "global"
local b = fin "local"
T = { fin "in table" }
local co = coroutine.create(function() local x = fin "in coroutine" coroutine.yield() end)
coroutine.resume(co)
local cl = (function() local up = fin "upvalue" return function() return up end end)()
setmetatable(_G, { __gc = function() print("finalize _G") end })
fin "garbage"
do local c <close> = setmetatable({}, { __close = function() print("close") end }) end
late = setmetatable({}, { __gc = function() print("first: it was marked last", b == nil, a.n) end })
print("end of main", cl().n)
-- stress: no: the order and the time of finalizers of what is garbage before the end
