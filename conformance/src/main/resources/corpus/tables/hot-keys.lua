-- keys that are strings, but not constants: hot
local words = {}
for word in ("the quick brown fox jumps over the lazy dog and the cat"):gmatch("%a+") do words[#words + 1] = word end

local function count(rounds)
  local counts, order = {}, {}
  for i = 1, rounds do
    local w = words[i % #words + 1]
    if not counts[w] then
      counts[w] = 0
      order[#order + 1] = w
    end
    counts[w] = counts[w] + 1
  end
  for i, w in ipairs(order) do order[i] = w .. "=" .. counts[w] end
  return table.concat(order, " ")
end
for _ = 1, 3 do print(count(600)) end

-- values come and go, and are of all kinds
local function change(rounds)
  local t, seen = {}, 0
  local values = { 1, 2.5, "x", true, false, {}, print }
  for i = 1, rounds do
    local k = words[i % #words + 1]
    if i % 5 == 0 then t[k] = nil else t[k] = values[i % #values + 1] end
    if t[k] ~= nil then seen = seen + 1 end
    if t[k .. "?"] ~= nil then return "what is not there" end
  end
  return seen
end
for _ = 1, 3 do print(change(700)) end

-- short and long strings, numbers and booleans as keys of one table
local long = ("long"):rep(20)
local keys = { "a", long, 1, 2.5, true, "b", false, 7, long .. "er", -1, "c" }
local function mixed(rounds)
  local t, sum = {}, 0
  for i = 1, rounds do
    local k = keys[i % #keys + 1]
    t[k] = (t[k] or 0) + i
    sum = sum + t[k] % 7
  end
  return sum, t.a, t[long], t[1], t[2.5], t[true], t[false], t[-1]
end
for _ = 1, 3 do print(mixed(500)) end

-- where a metatable has a say
local log = 0
local guarded = setmetatable({ the = 1, fox = 2 }, {
  __index = function(t, k) return #k end,
  __newindex = function(t, k, v) log = log + v end,
})
local function guard(rounds)
  local sum = 0
  for i = 1, rounds do
    local k = words[i % #words + 1]
    sum = sum + guarded[k]
    guarded[k] = i % 10
  end
  return sum, log, rawget(guarded, "the"), rawget(guarded, "quick")
end
for _ = 1, 3 do print(guard(400)) end

-- what is no table
local function get(x, k) return x[k] end
for i = 1, 200 do get({ the = i }, "the") end
print(pcall(get, 12, "the"), pcall(get, nil, "the"))
print(get("text", "len") == string.len, get({}, "the"), pcall(get, {}, nil))
local function set(x, k, v) x[k] = v end
for i = 1, 200 do set({ the = 0 }, "the", i) end
print(pcall(set, 12, "the", 1))
print(pcall(set, {}, nil, 1))
print(pcall(set, {}, 0 / 0, 1))

-- references stored into old tables are found by the collector
local old = {}
for i = 1, #words do old[words[i]] = { i } end
collectgarbage()
local function renew(rounds)
  for i = 1, rounds do
    local k = words[i % #words + 1]
    old[k] = { i, old[k][1] }
  end
  local sum = 0
  for i = 1, #words do sum = sum + old[words[i]][1] end
  return sum
end
for _ = 1, 4 do
  print(renew(3000))
  collectgarbage("step")
end

-- weak values may be gone
local weak = setmetatable({}, { __mode = "v" })
local function cache(rounds)
  local made = 0
  for i = 1, rounds do
    local k = words[i % #words + 1]
    local v = weak[k]
    if not v then
      v = { k }
      weak[k] = v
      made = made + 1
    end
    if v[1] ~= k then return "another's" end
  end
  return made > 0
end
for _ = 1, 3 do
  print(cache(300))
  collectgarbage()
end
