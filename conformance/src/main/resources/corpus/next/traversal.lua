local function count(t) local n = 0 for _ in pairs(t) do n = n + 1 end return n end
local t = {}
for i = 1, 100 do t[i] = i end
for i = 1, 100 do t["k" .. i] = i end
for i = 1, 100 do t[i + 0.5] = i end
print(count(t))
-- assigning nil to the field just visited, or to any existing field, is allowed
for k in pairs(t) do t[k] = nil end
print(count(t), next(t))
for i = 1, 200 do t[i] = i t["s" .. i] = i end
local seen = 0
for k, v in pairs(t) do seen = seen + 1 t[k] = v + 1 end
print(seen, t[1], t.s200)
seen = 0
for k in pairs(t) do
  seen = seen + 1
  t[k] = nil
  if type(k) == "number" then t["s" .. k] = nil else t[tonumber(k:sub(2))] = nil end
end
print(seen, count(t))
-- collecting garbage in the middle of a traversal that removes
for i = 1, 300 do t["x" .. i] = {} end
seen = 0
for k in pairs(t) do seen = seen + 1 t[k] = nil if seen % 50 == 0 then collectgarbage() end end
print(seen, next(t))
-- next by hand
local u = { 10, 20, 30 }
local k, v = next(u) print(k, v)
k, v = next(u, k) print(k, v)
k, v = next(u, k) print(k, v)
k, v = next(u, k) print(k, v)
print(next({})) print(next({}, nil)) print(type(next), next({ a = 1 }))
print(pcall(next, {}, "nokey"))
print(pcall(next, { 1, 2 }, 3))
print(pcall(next, { 1, 2 }, 1.5))
print(pcall(next))
print(pcall(next, nil))
print(pcall(next, {}, 0 / 0))
for k, v in next, { 5, 6 } do io.write(k, "=", v, " ") end
for k, v in next, { 5, 6 }, 1 do io.write(k, "=", v, " ") end print()
-- every key is visited once, whatever its type
local keys = { 1, 2.5, "s", true, false, {}, print, -1, 0, 1 << 40, "1", math.huge, -math.huge, ("L"):rep(100) }
local w = {} for i, key in ipairs(keys) do w[key] = i end
local sum = 0 for key, i in pairs(w) do assert(keys[i] == key) sum = sum + i end
print(sum, count(w), #keys)
-- traversal of a table while another one grows
local grow = {} for key in pairs(w) do for i = 1, 50 do grow[#grow + 1] = key end end
print(#grow)
