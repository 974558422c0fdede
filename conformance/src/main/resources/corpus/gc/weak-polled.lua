-- A loop that waits for a weak entry to go looks at it all the time: that alone must not keep it.
local ways = {
  { "index", function(t) return t[1] end },
  { "field", function(t) return t.field end },
  { "rawget", function(t) return rawget(t, 1) end },
  { "next", function(t) return (next(t)) end },
  { "ipairs", function(t) for _, v in ipairs(t) do return v end end },
  { "__index", function(t) return setmetatable({}, { __index = t })[1] end },
}

local function goes(t, look)
  for i = 1, 200000 do
    if not look(t) then return true end
    local garbage = i .. i .. i .. i
  end
  return false
end

for _, live in ipairs { 10, 300, 3000, 10000 } do
  local keep = {}
  for i = 1, live do keep[i] = {} end
  for _, way in ipairs(ways) do
    print(live, way[1], goes(setmetatable({ {}, field = {} }, { __mode = "v" }), way[2]))
  end
end

-- The same without a function around it.
local keep = {}
for i = 1, 10000 do keep[i] = {} end
collectgarbage()
local x = { [1] = {} }
setmetatable(x, { __mode = "kv" })
local n = 0
while x[1] and n < 500000 do
  local a = n .. n .. n .. n
  n = n + 1
end
print(n < 500000)
