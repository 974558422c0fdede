-- A loop that waits for a weak entry to go looks at it all the time: that alone must not keep it. It goes on when the
-- entry is gone, so that it does not depend on when that was how much work the program does.
local ways = {
  { "index", function(t) return t[1] end },
  { "field", function(t) return t.field end },
  { "rawget", function(t) return rawget(t, 1) end },
  { "next", function(t) return (next(t)) end },
  { "ipairs", function(t) for _, v in ipairs(t) do return v end end },
  { "__index", function(t) return setmetatable({}, { __index = t })[1] end },
}

local function goes(t, look)
  local gone = false
  for i = 1, 40000 do
    if not look(t) then gone = true end
    local garbage = i .. i .. i .. i
  end
  return gone
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
local gone = false
for n = 1, 100000 do
  if not x[1] then gone = true end
  local a = n .. n .. n .. n
end
print(gone)
