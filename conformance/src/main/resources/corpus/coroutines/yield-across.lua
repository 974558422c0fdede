local y = coroutine.yield
local function run(f, ...)
  local co = coroutine.create(f)
  local args = table.pack(...)
  local out = {}
  for i = 0, 20 do
    local r = table.pack(coroutine.resume(co, table.unpack(args, 1, args.n)))
    for k = 1, r.n do r[k] = tostring(r[k]) end
    out[#out + 1] = table.concat(r, ",")
    if coroutine.status(co) == "dead" then break end
    args = { i + 1, n = 1 }
  end
  print(table.concat(out, " | "))
end
run(function() return pcall(function() return y("in pcall") end) end)
run(function() return pcall(function() y("a") error("E", 0) end) end)
run(function() return pcall(pcall, pcall, function() return y("deep") end) end)
run(function() return pcall(y, "direct") end)
run(function() local ok, e = pcall(function() y(1) error({ 7 }) end) return ok, e[1] end)
run(function() return xpcall(function() y("x") error("E", 0) end, function(m) return "handled " .. m end) end)
run(function() return xpcall(y, debug.traceback, "arg") end)
run(function() return xpcall(function(...) return y(...), select("#", ...) end, print, 1, 2) end)
run(function() return select("#", pcall(y)), (pcall(error)) end)
run(function() local r = {} for i = 1, 3 do r[#r + 1] = select(2, pcall(y, i)) end return table.concat(r, "+") end)
-- every metamethod
local mt = {}
for _, e in ipairs { "add", "sub", "mul", "div", "mod", "pow", "idiv", "unm", "band", "bor", "bxor", "bnot", "shl", "shr", "concat", "len", "eq", "lt", "le", "index", "newindex", "call" } do
  mt["__" .. e] = function(a, b, c) return y(e) end
end
local t, u = setmetatable({}, mt), setmetatable({}, mt)
run(function() return t + 1, 1 - t, t * u, t / 2 end) run(function() return t % 2, 2 ^ t, t // 2, -t end)
run(function() return t & 1, 1 | t, t ~ u, ~t end) run(function() return t << 1, 1 >> t, t .. "x", "x" .. t end)
run(function() return #t, t == u, t ~= u, t < u end) run(function() return t <= u, t > u, t >= u, not (t < u) end)
run(function() return t.x, t[1], t() end) run(function() t.x = 5 t[1] = 6 return "set" end)
run(function() local a, b = t.p, t:m() return a, b end)
run(function() if t < u then return "lt" else return "ge" end end)
run(function() return "a" .. t .. "b" .. u .. "c" end) run(function() while t < u do return "loop" end end)
run(function() return (t.a or 0) + (t.b or 0) end)
run(function() local s = 0 for i = 1, 3 do s = s + t[i] end return s end)
-- iterators
run(function()
  for a, b in function(s, c) return y("it") end do if a > 2 then break end y("body", a) end
  return "done"
end)
run(function()
  for k, v in pairs(setmetatable({}, { __pairs = function() return y("pairs"), {}, nil end })) do end
end)
run(function()
  local n = 0
  for i, v in ipairs(setmetatable({}, { __index = function(_, i) if i < 4 then return y("ix" .. i) end end })) do
    n = n + v
  end
  return n
end)
run(function() return pcall(coroutine.wrap(function() y("inner") end)) end)
run(function()
  local w = coroutine.wrap(function() for i = 1, 2 do y("w" .. i) end return "wend" end)
  y(w())
  y(w())
  return w()
end)
run(function() return pcall(require or y, setmetatable({}, {})) == false end)
run(function() return (function(...) return y(...) end)(1, 2) end) run(function(...) return y(...) end, nil, nil)
run(function()
  local function rec(n) if n == 0 then return y("bottom") end local ok, v = pcall(rec, n - 1) return v + 1 end
  return rec(50)
end)
run(function()
  local ok, e = pcall(function()
    local ok, e = pcall(function() y(1) error("inner", 0) end)
    y(2, e)
    error("outer", 0)
  end)
  return ok, e
end)
