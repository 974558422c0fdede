local t = setmetatable({}, { __mode = "v" })
t[1], t.x, t[2] = {}, {}, "string"
local keep = {} t.keep = keep t.fn = function() end t.num = 5 t.bool = true
collectgarbage()
print(t[1], t.x, t[2], t.keep == keep, t.fn, t.num, t.bool)
keep = nil collectgarbage() print(t.keep)
-- entries vanish as a whole, from the array part too
local a = setmetatable({}, { __mode = "v" })
for i = 1, 10 do a[i] = {} end
local five = a[5]
collectgarbage()
local n = 0
for k, v in pairs(a) do n = n + 1 assert(k == 5 and v == five) end
print(n)
-- strings, numbers and booleans are values, not objects: never removed
local s = setmetatable({}, { __mode = "kv" })
s["k" .. 1] = "v" .. 1
s[1.5] = ("x"):rep(100)
s[("y"):rep(100)] = true
collectgarbage()
print(s.k1, #s[1.5], s[("y"):rep(100)])
-- closures, coroutines
local c = setmetatable({}, { __mode = "v" })
do local up = 1 c.f = function() return up end c.co = coroutine.create(print) end
collectgarbage()
print(c.f, c.co)
-- values reachable in other ways stay
local node = { name = "n" }
local w = setmetatable({ node }, { __mode = "v" })
local holder = { deep = { node } }
node = nil
collectgarbage()
print(w[1].name)
holder.deep = nil
collectgarbage()
print(w[1])
-- mode changed later; a weak table used as its own value
local late = { {}, {} }
collectgarbage()
print(#late)
setmetatable(late, { __mode = "v" })
collectgarbage()
print(#late, next(late))
local self = setmetatable({}, { __mode = "v" })
self.me = self
collectgarbage()
print(self.me == self)
-- a cache
local misses = 0
local cache = setmetatable({}, { __mode = "v" })
local function get(k) local v = cache[k] if not v then misses = misses + 1 v = { k } cache[k] = v end return v end
local held = get("a")
get("a")
get("b")
collectgarbage()
get("a")
get("b")
print(misses, held[1])
-- traversal while entries are cleared
local big = setmetatable({}, { __mode = "v" })
for i = 1, 1000 do big[i] = {} big["k" .. i] = i end
local cnt = 0
for k, v in pairs(big) do if cnt == 10 then v = nil collectgarbage() end cnt = cnt + 1 end
print(cnt >= 1000 and cnt <= 1011)
cnt = 0
for k, v in pairs(big) do cnt = cnt + 1 assert(type(v) == "number") end
print(cnt)
-- a removed entry can be set again
big[1] = held
collectgarbage()
print(big[1] == held, #held)
local bad = setmetatable({ {} }, { __mode = "x" })
collectgarbage()
print(type(bad[1]))
bad = setmetatable({ {} }, { __mode = 5 })
collectgarbage()
print(type(bad[1]))
bad = setmetatable({ {} }, { __mode = "vk" })
collectgarbage()
print(type(bad[1]))
