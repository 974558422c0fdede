local function count(t) local n = 0 for _ in pairs(t) do n = n + 1 end return n end
local t = setmetatable({}, { __mode = "k" })
local k1 = {}
t[k1], t[{}], t[function() return k1 end], t["s"], t[1] = "v1", "v2", "v3", {}, {}
collectgarbage()
print(count(t), t[k1], type(t.s), type(t[1]))
k1 = nil
collectgarbage()
print(count(t))
-- ephemerons: a value that refers to its key does not keep it alive
local e = setmetatable({}, { __mode = "k" })
do local k = {} e[k] = { k } local a, b = {}, {} e[a], e[b] = b, a local s = {} e[s] = s end
collectgarbage()
print(count(e))
-- a chain of ephemerons lives while its head does
local head = {}
local cur = head
for i = 1, 100 do local nxt = { i } e[cur] = nxt cur = nxt end
cur = nil
collectgarbage()
print(count(e))
local last = head
for _ = 1, 100 do last = e[last] end
print(last[1])
head, last = nil
collectgarbage()
print(count(e))
-- a chain through several tables
local ts = {}
for i = 1, 10 do ts[i] = setmetatable({}, { __mode = "k" }) end
local root = {}
local p = root
for i = 1, 10 do local q = { i } ts[i][p] = q p = q end
p = nil
collectgarbage()
local x = root
for i = 1, 10 do x = ts[i][x] end
print(x[1])
root, x = nil
collectgarbage()
local s = 0
for i = 1, 10 do s = s + count(ts[i]) end
print(s)
-- values are strong: an object held only as a value of a live key stays
local lk = {} t[lk] = { data = "kept" } collectgarbage() print(t[lk].data)
-- fully weak: either side suffices for removal
local kv = setmetatable({}, { __mode = "kv" })
local live = {}
kv[live], kv[{}], kv[1], kv["a"] = {}, live, live, {}
collectgarbage()
print(count(kv), kv[1] == live, kv[live], kv.a)
-- private fields
local private = setmetatable({}, { __mode = "k" })
local C = {}
C.__index = C
function C.new(v) local o = setmetatable({}, C) private[o] = { secret = v } return o end
function C:get() return private[self].secret end
local o1 = C.new("s1")
for i = 1, 100 do C.new(i) end
collectgarbage()
print(o1:get(), count(private))
o1 = nil
collectgarbage()
print(count(private))
-- keys that are coroutines with the table on their stack
local co = coroutine.create(function(tab) coroutine.yield() return tab end)
local ct = setmetatable({}, { __mode = "k" })
ct[co] = true
coroutine.resume(co, ct)
collectgarbage()
print(count(ct))
co = nil
collectgarbage()
print(count(ct))
-- the metatable is itself collected with its table; shared metatables do not matter
local mt = { __mode = "k" }
local all = {}
for i = 1, 20 do all[i] = setmetatable({ [{}] = i, [i] = {} }, mt) end
collectgarbage()
s = 0
for i = 1, 20 do s = s + count(all[i]) end
print(s)
mt.__mode = nil
all[1][{}] = 1
collectgarbage()
print(count(all[1]))
mt.__mode = "k"
collectgarbage()
print(count(all[1]))
