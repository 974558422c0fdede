local log = {}
local function cl(n)
  return setmetatable({}, { __close = function(self, err)
    log[#log + 1] = n .. (err ~= nil and "(" .. tostring(err) .. ")" or "")
  end })
end
local function flush(...) print(table.concat(log, " "), ...) log = {} end
local function iter(n, name) return function(_, c) if c < n then return c + 1 end end, nil, 0, cl(name) end
for i in iter(2, "end") do log[#log + 1] = i end
flush()
for i in iter(9, "brk") do if i == 3 then break end end
flush()
for i in iter(0, "none") do end
flush()
local function ret() for i in iter(5, "ret") do if i == 2 then return "r" .. i end end end
flush(ret())
do for i in iter(5, "gt") do goto out end ::out:: end
flush()
print(pcall(function() for i in iter(5, "err") do error("E", 0) end end))
flush()
print(pcall(function() for i in function() error("iter", 0) end, nil, nil, cl "c4" do end end))
flush()
for i in iter(2, "outer") do for j in iter(2, "inner" .. i) do log[#log + 1] = i .. j end end
flush()
for i in iter(2, "o") do for j in iter(5, "i" .. i) do if j == 2 then goto next end log[#log + 1] = j end ::next:: end
flush()
print(pcall(function() for a in next, {}, nil, 5 do end end))
print(pcall(function() for a in next, {}, nil, {} do end end))
for a in next, {}, nil, nil do end
for a in next, {}, nil, false do end
for a, b in next, { 7 }, nil, cl "extra" do log[#log + 1] = b end
flush()
local function chain() for i in iter(3, "c1") do for j in iter(3, "c2") do if i == 2 then return i, j end end end end
flush(chain())
local function tail() for i in iter(1, "t") do return chain() end end
flush(tail())
-- the closing value is closed after the loop's locals
for i in iter(1, "loop") do local x <close> = cl "local" end
flush()
print(pcall(function()
  for i in iter(3, "loop") do local x <close> = cl "local" if i == 2 then error("mid", 0) end end
end))
flush()
-- in coroutines: closed by coroutine.close, and when the coroutine dies by an error
local co = coroutine.create(function() for i in iter(3, "co") do coroutine.yield(i) end end)
print(coroutine.resume(co))
print(coroutine.resume(co))
print(coroutine.close(co)) print(coroutine.status(co))
flush()
co = coroutine.create(function()
  local a <close> = cl "a"
  for i in iter(3, "co2") do local b <close> = cl "b" coroutine.yield(i) error("died", 0) end
end)
print(coroutine.resume(co))
print(coroutine.resume(co))
flush()
print(coroutine.close(co))
flush()
local w = coroutine.wrap(function() for i in iter(2, "w") do coroutine.yield(i) end return "done" end)
print(w(), w(), w())
flush()
-- pairs may give a closing value
for k, v in pairs(setmetatable({}, { __pairs = function() return next, { 1 }, nil, cl "not taken" end })) do
  log[#log + 1] = v
end
flush()
-- the iterator itself yields, errors in the closing method
local y = coroutine.wrap(function()
  for v in function() return coroutine.yield("want") end, nil, nil, setmetatable({}, { __close = function()
    coroutine.yield("closing")
    log[#log + 1] = "closed"
  end }) do
    log[#log + 1] = v
    if v == "stop" then break end
  end
  return "over"
end)
print(y(), y("one"), y("stop"), y())
flush()
print(pcall(function()
  for i in function(_, c) return (c or 0) + 1 end, nil, nil, setmetatable({}, { __close = function(_, e)
    error("close:" .. tostring(e), 0)
  end }) do if i == 2 then break end end
end))
print(pcall(function()
  for i in iter(1, "x") do error(setmetatable({}, { __tostring = function() return "obj" end })) end
end) == false)
flush()
local n = 0 for _ = 1, 1000 do for i in iter(2, "z") do n = n + i break end end print(n, #log)
