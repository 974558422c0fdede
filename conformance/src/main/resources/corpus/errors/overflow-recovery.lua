-- after a stack overflow
local function has(ok, m) return ok, type(m) == "string" and m:find("overflow", 1, true) ~= nil end
local function plain() return 1 + plain() end
-- the state stays usable, again and again, with handlers and to-be-closed variables
for i = 1, 2 do io.write(tostring(pcall(plain)), " ") end
print()
local closed = 0
local function c()
  local x <close> = setmetatable({}, { __close = function() closed = closed + 1 end })
  return 1 + c()
end
print((pcall(c)), closed > 100)
print(xpcall(plain, function(m) return "handled: " .. tostring(m:find("stack overflow", 1, true) ~= nil) end))
print(has(xpcall(plain, function(m) return plain() end)))
local depth = 0
local function count() depth = depth + 1 return 1 + count() end
pcall(count)
print(depth > 10000, depth < 1000000)
print(has(coroutine.resume(coroutine.create(plain))))
print(pcall(string.rep, "still works", 2))
-- long chains that are not recursion are fine
local chain = {}
for i = 1, 90 do chain = setmetatable({}, { __index = chain }) end
print(chain.x)
local nest = "x"
for i = 1, 150 do nest = "(" .. nest .. ")" end
print(load("local x = 7 return " .. nest)())
local f = function(v) return v end
for i = 1, 150 do local inner = f f = function(v) return inner(v + 1) end end
print(f(0))
print(select("#", table.unpack({}, 1, 10000)))
print(#table.pack(string.byte(("x"):rep(10000), 1, -1)))
