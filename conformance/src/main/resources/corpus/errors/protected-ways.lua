-- Ways to xpcall, and to protected calls with open arguments or as last calls, in hot code.

local ROUNDS = 300

local function none() end
local function one(a) return a end
local function two(a, b) return b, a end
local function seven(a) return a, a, a, a, a, a, a + 1 end
local function eight(a) return a, a, a, a, a, a, a, a + 1 end
local function fails(a) if a % 3 == 0 then error("third " .. a % 2, 0) end return a end
local function extra(...) return select("#", ...), ... end
local function lacks(a, b) return a, b end
local function keep(e) return e end
local function count(...) return select("#", ...) end

local function sum(...)
  local total = 0
  for _, v in ipairs({ ... }) do
    total = total + (tonumber(v) or (v == true and 1000) or #tostring(v))
  end
  return total
end

-- results of xpcall, and how many are wanted

local function wants(f)
  local total, nils = 0, 0
  for i = 1, ROUNDS do
    xpcall(f, keep, i, 1)
    local ok = xpcall(f, keep, i, 1)
    local ok1, x = xpcall(f, keep, i, 1)
    local ok2, y, z = xpcall(f, keep, i, 1)
    local ok3, p, q, r, s, t, u = xpcall(f, keep, i, 1)
    local ok4, a, b, c, d, e, g, h, j = xpcall(f, keep, i, 1)
    total = total + sum(ok, ok1, ok2, ok3, ok4) + sum(x or 0, y or 0, z or 0, p or 0, q or 0, u or 0, h or 0, j or 0)
    nils = nils + (x == nil and 1 or 0) + (z == nil and 1 or 0) + (u == nil and 1 or 0) + (j == nil and 1 or 0)
    total = total + count(xpcall(f, keep, i, 1)) + sum(xpcall(f, keep, i, 1))
  end
  return total, nils
end
for _, f in ipairs({ none, one, two, seven, eight, fails, lacks, extra }) do
  print("xpcall", wants(f))
end

-- open arguments

local function open(f)
  local total = 0
  for i = 1, ROUNDS do
    total = total + sum(pcall(f, two(i, 4))) + sum(xpcall(f, keep, two(i, 4)))
    local ok, v = pcall(f, table.unpack({ i, 3, 2, 1 }, 1, i % 5))
    local ok1, w = xpcall(f, keep, table.unpack({ i, 3, 2, 1 }, 1, i % 5))
    total = total + sum(ok, v or 0, ok1, w or 0)
  end
  return total
end
for _, f in ipairs({ none, one, two, eight, lacks, extra }) do
  print("open", open(f))
end
print(pcall(open, fails))

local function allOpen(...) return pcall(...) end
local function allOpenX(...) return xpcall(...) end
local function opens()
  local total, texts = 0, {}
  for i = 1, ROUNDS do
    local arguments = { one, i, 2 }
    total = total + sum(allOpen(table.unpack(arguments)))
    local ok, e = pcall(allOpen, table.unpack(arguments, 1, i % 2))
    local ok1, e1 = pcall(allOpenX, table.unpack(arguments, 1, i % 4))
    local ok2, e2 = pcall(xpcall, one)
    total = total + sum(allOpenX(one, keep, i))
    texts[tostring(ok) .. " " .. tostring(e)] = true
    texts[tostring(ok1) .. " " .. tostring(e1)] = true
    texts[tostring(ok2) .. " " .. tostring(e2)] = true
  end
  local sorted = {}
  for text in pairs(texts) do sorted[#sorted + 1] = text end
  table.sort(sorted)
  return total, table.concat(sorted, "; ")
end
print("all open", opens())

-- last calls

local function last(f, a, b) return pcall(f, a, b) end
local function lastX(f, a, b) return xpcall(f, keep, a, b) end
local function lastOpen(f, ...) return pcall(f, ...) end
local function lastCaptured(f, a)
  local captured = a
  local function get() captured = captured + 1 return captured end
  local v <const> = get()
  return pcall(f, get())
end
local function lasts(f)
  local total = 0
  for i = 1, ROUNDS do
    local ok, v, w = last(f, i, 2)
    local ok1, x = lastX(f, i, 3)
    local ok2 = lastOpen(f, i)
    local ok3, y = lastCaptured(f, i)
    total = total + sum(ok, v or 0, w or 0, ok1, x or 0, ok2, ok3, y or 0) + count(lastOpen(f, i, i))
    total = total + sum(lastX(f, i, 4))
  end
  return total
end
for _, f in ipairs({ none, one, two, eight, fails, lacks, extra }) do
  print("last", lasts(f))
end

local function countdown(n)
  if n == 0 then return "end" end
  return pcall(countdown, n - 1)
end
local function countdowns()
  local total = 0
  for i = 1, ROUNDS do total = total + count(countdown(i % 150)) end
  return total, select(-1, countdown(150)), count(countdown(500))
end
print("countdowns", countdowns())

-- handlers of several kinds

local function traced(e) return (debug.traceback(e, 1):gsub("\n.*", "")) end
local callable = setmetatable({}, { __call = function(_, e) return "called with " .. e end })
local function handlers()
  local seen = {}
  for i = 1, ROUNDS do
    local kinds = { keep, traced, tostring, callable, 1, nil }
    local ok, e = pcall(xpcall, fails, kinds[i % 6 + 1], i)
    local ok1, e1 = xpcall(fails, i % 2 == 0 and keep or tostring, i)
    seen[tostring(ok) .. " " .. tostring(not ok and e) .. " " .. tostring(ok1) .. " " .. (ok1 and "" or e1)] = true
  end
  local sorted = {}
  for text in pairs(seen) do sorted[#sorted + 1] = text end
  table.sort(sorted)
  for _, text in ipairs(sorted) do print(text) end
end
handlers()

local function trace() return debug.traceback("inside") end
local function traces()
  local text
  for i = 1, ROUNDS do
    local _, t = xpcall(trace, keep)
    text = t
  end
  return text
end
print(traces())

local function fullTrace()
  local text
  for i = 1, ROUNDS do
    local _, t = xpcall(fails, debug.traceback, 3)
    text = t
  end
  return text
end
print(fullTrace())

-- to the limit of nesting, and beyond

local function limit(n)
  local ok, e, deepest = xpcall(limit, keep, n + 1)
  if not ok then return e, n end
  return e, deepest
end
local function limits()
  local least, most, message = math.huge, 0, nil
  for i = 1, 40 do
    local ok, e, depth = xpcall(limit, keep, 1)
    least, most, message = math.min(least, depth), math.max(most, depth), e
  end
  return most - least, message
end
print("limits", limits())

-- yields, also from a handler's function, and coroutines inside

local function body(n)
  local total = 0
  for i = 1, n do
    local ok, v = xpcall(function(a)
      local b = coroutine.yield(a)
      if b % 4 == 0 then error(b) end
      return b
    end, keep, i)
    total = total + v + (ok and 0 or 1000)
    local ok1, v1 = lastOpen(coroutine.yield, i)
    total = total + v1
  end
  return total
end
local function drive()
  local total = 0
  for _ = 1, 20 do
    local co = coroutine.wrap(body)
    local v = co(15)
    for i = 1, 30 do
      v = co(v)
    end
    total = total + v
  end
  return total
end
print("yields", drive())

-- variables to be closed

local order = {}
local function closer(name)
  return setmetatable({}, { __close = function(_, e) order[#order + 1] = name .. tostring(e) end })
end
local function closing(a)
  local x <close> = closer("x")
  local y <close> = closer("y")
  return fails(a)
end
local function closings()
  local texts = {}
  for i = 1, ROUNDS do
    order = {}
    local z <close> = closer("z")
    local ok, e = xpcall(closing, keep, i)
    texts[table.concat(order, " ") .. " " .. (ok and "ok" or e)] = true
    local ok1, e1 = lastOpen(closing, i)
    texts[table.concat(order, " ") .. " " .. (ok1 and "ok" or e1)] = true
  end
  local sorted = {}
  for text in pairs(texts) do sorted[#sorted + 1] = text end
  table.sort(sorted)
  for _, text in ipairs(sorted) do print(text) end
end
closings()

-- xpcall is another function in the middle of the loop

local original = xpcall
local function redefines()
  local total = 0
  for i = 1, ROUNDS * 2 do
    if i == ROUNDS then xpcall = function(f, h, a) return h("mine"), f(a) + 1 end end
    if i == ROUNDS + 100 then xpcall = original end
    if i == ROUNDS + 200 then xpcall = pcall end
    local ok, v
    if xpcall == pcall then
      ok, v = xpcall(one, i)
    else
      ok, v = xpcall(one, keep, i)
    end
    total = total + v + (ok == true and 1 or ok == "mine" and 1000 or 0)
  end
  xpcall = original
  return total
end
print("redefines", redefines())

-- sorts and replacements call functions too, which return to them

local function sorts()
  local total = 0
  for i = 1, 40 do
    local t = {}
    for k = 1, 20 do t[k] = k * 7 % 11 end
    local ok, e = pcall(table.sort, t, function(a, b)
      if i % 10 == 0 then error("sorting") end
      local more = a > b
      return more
    end)
    total = total + t[1] + t[20] + (ok and 0 or #e)
    local text = string.gsub("abc", "%a", function(c) local ok1, v = pcall(one, c) return v:upper() end)
    total = total + (text == "ABC" and 1 or 0)
  end
  return total
end
print("sorts", sorts())

-- parameters without arguments are nil, whatever was in their slots

local function p1(a) return a end
local function p2(a, b) return a, b end
local function p3(a, b, c) return a, b, c end
local function p5(a, b, c, d, e) return a, b, c, d, e end
local function dirty(a, b, c, d, e, f, g, h) return h end
local function missing(f)
  local nils, others = 0, 0
  local function see(ok, ...)
    for n = 1, select("#", ...) do
      if select(n, ...) == nil then nils = nils + 1 else others = others + 1 end
    end
  end
  for i = 1, ROUNDS do
    dirty(i, i, i, i, i, i, i, i)
    local ok, a, b, c, d, e = pcall(f)
    dirty(i, i, i, i, i, i, i, i)
    local ok1, a1, b1, c1, d1, e1 = xpcall(f, keep)
    see(ok, a, b, c, d, e)
    see(ok1, a1, b1, c1, d1, e1)
    dirty(i, i, i, i, i, i, i, i)
    see(pcall(f, i))
    dirty(i, i, i, i, i, i, i, i)
    see(xpcall(f, keep, i, i))
    see(pcall(f, table.unpack({ i, i, i, i }, 1, i % 5)))
    see(last(f, i))
  end
  return nils, others
end
for _, f in ipairs({ none, p1, p2, p3, p5, extra }) do
  print("missing", missing(f))
end

-- so many arguments that they do not fit into 15 bits

local thousands = {}
for i = 1, 40000 do thousands[i] = i end
local function first(a) return a end
local function counts(a, ...) return select("#", ...) end
local function many()
  local total = 0
  for i = 1, ROUNDS do
    local f = i % 100 == 99 and i > 150 and counts or first
    local n = f == counts and #thousands or i % 5
    total = total + (f(table.unpack(thousands, 1, n)) or 0)
    local _, v = pcall(f, table.unpack(thousands, 1, n))
    total = total + (v or 0)
  end
  return total
end
print("many", many(), many())
