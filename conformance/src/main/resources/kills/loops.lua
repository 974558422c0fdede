-- Work without end, of every kind, in little memory: each loop is stopped from outside, anywhere. The sandbox goes on
-- to be used, so nothing here is kept but what is killed.
local loops = {}

-- A kill that is caught is a breach.
local function never(...) breached = true return ... end

function loops.plain() while true do end end

function loops.numeric_for() for i = 1, math.huge do local x = i * 2 end end

function loops.repeat_until() local n = 0 repeat n = n + 1 until n < 0 end

function loops.go_to() ::again:: goto again end

function loops.tail_calls() local function f(n) return f(n + 1) end return f(1) end

function loops.recursion()
  local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end
  while true do f(150) end
end

function loops.in_pcall() while true do never(pcall(function() while true do end end)) end end

function loops.in_xpcall()
  while true do never(xpcall(function() while true do end end, function(e) never() return e end)) end
end

function loops.errors_in_pcall()
  while true do
    local ok, e = pcall(function() local t = nil; return t.x end)
    pcall(error, {e})
  end
end

function loops.in_coroutine()
  while true do never(coroutine.resume(coroutine.create(function() while true do end end))) end
end

function loops.yields()
  local co = coroutine.wrap(function() while true do coroutine.yield(1) end end)
  while true do co() end
end

function loops.coroutines_in_coroutines()
  local function nest(n)
    if n == 0 then while true do coroutine.yield(n) end end
    local co = coroutine.wrap(nest)
    while true do coroutine.yield(co(n - 1)) end
  end
  local co = coroutine.wrap(nest)
  while true do co(5) end
end

function loops.coroutines_dropped()
  while true do
    local co = coroutine.create(function(...) local x <close> = setmetatable({}, {__close = function() end}) coroutine.yield(...) end)
    coroutine.resume(co, 1, 2, 3)
    coroutine.close(co)
  end
end

function loops.string_building()
  while true do
    local s = ""
    for i = 1, 200 do s = s .. i .. "," end
  end
end

function loops.string_rep() while true do local s = ("ab"):rep(3000, ";") end end

function loops.string_format() while true do local s = string.format("%5.2f %q %s %x", 1.5, "a\n", {}, 255) end end

function loops.string_pack() while true do local s = string.pack("i4z s2", 7, "abc", "def"); string.unpack("i4z s2", s) end end

function loops.concatenation()
  local parts = {}
  for i = 1, 100 do parts[i] = "part " .. i end
  while true do local s = table.concat(parts, ", ") end
end

function loops.array_growth()
  while true do
    local t = {}
    for i = 1, 2000 do t[i] = i end
  end
end

function loops.hash_growth()
  while true do
    local t = {}
    for i = 1, 500 do t["key " .. i] = i end
    for k in pairs(t) do t[k] = nil end
  end
end

function loops.insert_and_remove()
  local t = {}
  while true do
    for i = 1, 50 do table.insert(t, 1, i) end
    for i = 1, 50 do table.remove(t, 1) end
    table.move({1, 2, 3}, 1, 3, 10, t)
  end
end

function loops.pattern_find() local s = ("a"):rep(200) while true do s:find(".-.-.-b") end end

function loops.pattern_match() local s = ("x = 1; "):rep(50) while true do s:match("^(%w+)%s*=%s*(%d+)%f[;]") end end

function loops.gmatch() local s = ("word "):rep(50) while true do for w in s:gmatch("%a+") do local x = w end end end

function loops.gsub() local s = ("word "):rep(50) while true do s:gsub("%w+", "<%0>") end end

function loops.in_gsub_callback() while true do (("x"):rep(10)):gsub("x", function() while true do end end) end end

function loops.gsub_callbacks()
  local s = ("ab"):rep(50)
  while true do s:gsub("a", function(c) return c:upper() end) s:gsub("%w", {a = "1"}) end
end

function loops.sort()
  while true do
    local t = {}
    for i = 1, 100 do t[i] = (i * 7919) % 1009 end
    table.sort(t)
  end
end

function loops.sort_with_comparator()
  while true do
    local t = {}
    for i = 1, 60 do t[i] = (i * 7919) % 1009 end
    table.sort(t, function(a, b) return a > b end)
  end
end

function loops.in_comparator() table.sort({3, 1, 2}, function() while true do end end) never() end

function loops.metamethods()
  local mt = {}
  mt.__index = function(t, k) return k end
  mt.__newindex = function(t, k, v) rawset(t, k, nil) end
  mt.__add = function(a, b) return a end
  mt.__lt = function(a, b) return true end
  mt.__eq = function(a, b) return false end
  mt.__concat = function(a, b) return "c" end
  mt.__call = function(self, x) return x end
  mt.__len = function() return 3 end
  local a, b = setmetatable({}, mt), setmetatable({}, mt)
  while true do
    local x = a.x; a.y = 1; x = a + b; x = a < b; x = a == b; x = a .. b; x = a(1); x = #a
  end
end

function loops.in_metamethod()
  local t = setmetatable({}, {__index = function() while true do end end})
  return never(t.x)
end

function loops.in_tostring()
  return never(tostring(setmetatable({}, {__tostring = function() while true do end end})))
end

function loops.closes()
  while true do
    local a <close> = setmetatable({}, {__close = function() local n = 0 for i = 1, 10 do n = n + i end end})
    local b <close> = setmetatable({}, {__close = function() pcall(error, "in close") end})
  end
end

function loops.in_close()
  do local a <close> = setmetatable({}, {__close = function() while true do end end}) end
  never()
end

function loops.finalizers()
  while true do
    setmetatable({}, {__gc = function(o) local t = {o} end})
    for i = 1, 20 do local garbage = {i} end
  end
end

function loops.garbage()
  while true do local t = {{}, {1, 2}, function() return t end, "s" .. math.random(1000)} end
end

function loops.full_collections() while true do local t = {{}} collectgarbage() end end

function loops.collection_steps() while true do local t = {{}} collectgarbage("step") end end

function loops.weak_tables()
  local weak = setmetatable({}, {__mode = "k"})
  while true do
    local key = {}
    weak[key] = {key}
    weak[{}] = key
  end
end

function loops.linked_list()
  while true do
    local list
    for i = 1, 500 do list = {next = list, value = i} end
    while list do list = list.next end
  end
end

function loops.closures()
  while true do
    local n = 0
    local function inc() n = n + 1 return n end
    for i = 1, 10 do inc() end
  end
end

function loops.varargs()
  local function pass(...) return select("#", ...), ... end
  while true do pass(table.unpack({1, 2, 3, 4, 5, 6, 7, 8})) table.pack(pass(1, nil, 3)) end
end

function loops.compiling() while true do load("local a, b = ... for i = 1, 3 do a = a + b end return {a, b}")(1, 2) end end

function loops.numbers()
  while true do local x = tonumber("1e3") + (0x10 | 1) // 3 % 7 ^ 0.5; x = math.sin(x) + math.tointeger(3.0) end
end

function loops.utf8() local s = ("äß€"):rep(30) while true do for p, c in utf8.codes(s) do utf8.char(c) end utf8.len(s) end end

function loops.traceback() while true do debug.traceback("message") end end

-- Runs a loop behind so many rounds of another, so that it is not always stopped at the same place.
local function start(name, rounds)
  for i = 1, rounds do end
  loops[name]()
  never()
end

-- What a sandbox that is well answers; few units of fuel.
local function check()
  local t = {}
  for i = 1, 20 do t[i] = (i * 7) % 20 end
  table.sort(t)
  local co = coroutine.wrap(function(a) local b = coroutine.yield(a + 1) return a * b end)
  local x, y = co(5), co(6)
  local ok, e = pcall(error, "no", 0)
  local s = ("a1b2"):gsub("%d", "<%0>")
  return table.concat({table.concat(t, ","), x, y, tostring(ok), e, s, tostring(breached)}, " ")
end

local names = {}
for name in pairs(loops) do names[#names + 1] = name end
table.sort(names)
return start, check, table.concat(names, " ")
