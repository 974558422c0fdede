-- last calls of functions whose variables closures hold on to
local function closing(name, log)
  return setmetatable({}, { __close = function(_, e) log[#log + 1] = name .. type(e) end })
end
local function wrap(x) return select(1, function() return x end) end
local function keep(x) local y = x * 2 return tostring(setmetatable({}, { __tostring = function() return "k" .. x + y end })) end
local function pair(x) local f = function() x = x + 1 return x end return rawequal(f(), f), f end
local log, sum, text = {}, 0, ""
for i = 1, 400 do
  pcall(function()
    local c <close> = closing("c" .. i % 7, log)
    local d <close> = closing("d", log)
    if i % 2 == 0 then error({ code = i }) end
  end)
  local f, g = wrap(i), wrap(i + 1)
  sum = sum + f() * 2 + g()
  local _, h = pair(i)
  sum = sum + h() + h()
  text = text .. keep(i):sub(-1)
end
print(#log, log[1], log[2], log[3], log[4], log[799], log[800], sum, #text, text:sub(-20))
