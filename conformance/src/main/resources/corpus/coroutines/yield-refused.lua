-- table functions, load, gsub, sort: yields are refused across C functions that cannot continue
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
run(function() return pcall(table.sort, { 3, 2, 1 }, function(a, b) y("sort") return a < b end) end)
run(function() return pcall(string.gsub, "abc", "%w", function() return y("gsub") end) end)
run(function() return pcall(load, function() return y("load") end) end)
run(function() return pcall(table.concat, setmetatable({}, { __len = function() return y("len") end })) end)
run(function() return pcall(tostring, setmetatable({}, { __tostring = function() return y("ts") end })) end)
run(function() return pcall(print, setmetatable({}, { __tostring = function() y("ts") end })) end)
run(function() return pcall(next, setmetatable({}, { __index = y })) end)
run(function() return pcall(table.unpack, setmetatable({}, { __index = function() return y() end }), 1, 2) end)
run(function() return pcall(string.format, "%s", setmetatable({}, { __tostring = y })) end)
