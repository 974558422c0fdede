-- Calls by pcall in hot loops and functions: whatever way they end.

local ROUNDS = 300

-- results, and how many are wanted

local function none() end
local function one(a) return a end
local function two(a, b) return b, a end
local function three(a) return a, a + 1, a + 2 end
local function eight(a) return a, a, a, a, a, a, a, a + 1 end
local function seven(a) return a, a, a, a, a, a, a + 1 end
local function sometimes(a) if a % 2 == 0 then return a end end

local function count(...) return select("#", ...) end

local function wants(f)
  local sum, nils = 0, 0
  for i = 1, ROUNDS do
    pcall(f, i, 1)
    local ok = pcall(f, i, 1)
    local ok1, x = pcall(f, i, 1)
    local ok2, y, z = pcall(f, i, 1)
    local ok3, p, q, r, s = pcall(f, i, 1)
    if not (ok and ok1 and ok2 and ok3) then error("not ok") end
    sum = sum + (x or 0) + (y or 0) * 2 + (z or 0) * 3 + (p or 0) + (q or 0) + (r or 0) + (s or 0)
    nils = nils + (x == nil and 1 or 0) + (z == nil and 1 or 0) + (s == nil and 1 or 0)
    sum = sum + count(pcall(f, i, 1)) + select("#", pcall(f, i, i))
    local t = { pcall(f, i, 1) }
    sum = sum + #t
  end
  return sum, nils
end

for _, f in ipairs({ none, one, two, three, seven, eight, sometimes }) do
  print("wants", wants(f))
end

local function wantsMany(f)
  local sum = 0
  for i = 1, ROUNDS do
    local ok, a, b, c, d, e, g, h, j, k = pcall(f, i)
    sum = sum + (ok and 1 or 0) + (a or 0) + (d or 0) + (h or 0) + (j or 0) + (k or 0)
  end
  return sum
end
print("wants many", wantsMany(one), wantsMany(seven), wantsMany(eight))

-- as the last call

local function last(f, ...) return pcall(f, ...) end
local function useLast(f)
  local sum = 0
  for i = 1, ROUNDS do
    local ok, a, b = last(f, i, 3)
    sum = sum + (a or 0) + (b or 0) + count(last(f, i, 3))
  end
  return sum
end
print("last", useLast(none), useLast(one), useLast(two), useLast(eight))

-- the callee calls its last

local function tailing(a, b) return two(a, b) end
local function tailingBuiltin(a, b) return math.max(a, b) end
local function tailingError(a) return error(a) end
local function tails()
  local sum = 0
  for i = 1, ROUNDS do
    local ok, a, b = pcall(tailing, i, 2)
    local ok1, c, d = pcall(tailingBuiltin, i, 150)
    local ok2, e = pcall(tailingError, i)
    sum = sum + a + b + c + (d == nil and 1 or 0) + e + (ok2 and 1000 or 0)
  end
  return sum
end
print("tails", tails())

-- errors at several depths, of several kinds

local object = setmetatable({}, { __tostring = function() return "object" end })
local function fails(depth, kind)
  if depth > 0 then
    local deeper = fails(depth - 1, kind)
    return deeper
  elseif kind == 0 then
    error("text")
  elseif kind == 1 then
    error("text", 2)
  elseif kind == 2 then
    error(object)
  elseif kind == 3 then
    error()
  elseif kind == 4 then
    return object.x.y
  elseif kind == 5 then
    return 1 + object
  elseif kind == 6 then
    return kind()
  elseif kind == 7 then
    error(kind)
  end
  return "fine"
end

local function failures()
  local counts = {}
  for i = 1, ROUNDS * 8 do
    local ok, e = pcall(fails, i % 5, i % 9)
    local key = tostring(ok) .. " " .. tostring(e)
    counts[key] = (counts[key] or 0) + 1
  end
  local keys = {}
  for key in pairs(counts) do keys[#keys + 1] = key end
  table.sort(keys)
  for _, key in ipairs(keys) do print(counts[key], key) end
end
failures()

-- nested, errors taken and thrown again

local function nested(n)
  if n == 0 then error("deep", 0) end
  local ok, e = pcall(nested, n - 1)
  if n % 3 == 0 then return e, ok end
  error(e .. n, 0)
end
local function nests()
  local seen = {}
  for i = 1, ROUNDS do
    local ok, e, inner = pcall(nested, i % 13)
    seen[i % 13] = tostring(ok) .. " " .. tostring(e) .. " " .. tostring(inner)
  end
  for n = 0, 12 do print(n, seen[n]) end
end
nests()

local function successes(n)
  if n == 0 then return 0 end
  local ok, depth = pcall(successes, n - 1)
  return depth + 1
end
local function depths()
  local sum = 0
  for i = 1, ROUNDS do
    local ok, depth = pcall(successes, i % 100)
    sum = sum + depth
  end
  return sum
end
print("depths", depths())

-- to the limit of nesting

local function limit(n)
  local ok, e, deepest = pcall(limit, n + 1)
  if not ok then return e, n end
  return e, deepest
end
local function limits()
  local least, most, message = math.huge, 0, nil
  for i = 1, ROUNDS // 4 do
    local ok, e, depth = pcall(limit, 1)
    least, most, message = math.min(least, depth), math.max(most, depth), e
  end
  return least, most, message
end
print("limits", limits())

local function limitInCoroutine()
  local sum = 0
  for i = 1, 20 do
    local co = coroutine.wrap(function() return limit(1) end)
    local e, depth = co()
    sum = sum + depth
  end
  return sum
end
print("limits in coroutines", limitInCoroutine())

-- recursion without end inside

local function endless(n) return 1 + endless(n + 1) end
local function overflows()
  local texts = 0
  for i = 1, 5 do
    local ok, e = pcall(endless, 1)
    if not ok and e:find("stack overflow", 1, true) then texts = texts + 1 end
  end
  return texts
end
print("overflows", overflows())

-- yields

local function yields(a)
  local b = coroutine.yield(a)
  if b % 5 == 0 then error("five") end
  return b
end
local function body(n)
  local sum, errors = 0, 0
  for i = 1, n do
    local ok, v = pcall(yields, i)
    if ok then sum = sum + v else errors = errors + 1 end
    local ok2, v2 = pcall(one, i)
    sum = sum + v2
  end
  return sum, errors
end
local function drive()
  local co = coroutine.create(body)
  local ok, v = coroutine.resume(co, ROUNDS)
  local steps = 0
  while coroutine.status(co) ~= "dead" do
    local errors
    ok, v, errors = coroutine.resume(co, v)
    steps = steps + 1
    if errors then return steps, v, errors end
  end
  return steps, ok, v
end
print("yields", drive())
print("yields", drive())

local function generators()
  local sum = 0
  for i = 1, 40 do
    local next = coroutine.wrap(function()
      for j = 1, 10 do
        local ok, e = pcall(function(x)
          coroutine.yield(x)
          if x % 3 == 0 then error({ x }) end
          return x
        end, j)
        sum = sum + (ok and e or e[1] * 100)
      end
    end)
    for _ = 1, 5 do sum = sum + next() end
  end
  return sum
end
print("generators", generators())

local function wraps(n)
  local sum = 0
  for i = 1, n do
    local ok, v = pcall(function(x)
      local co = coroutine.wrap(function(y)
        if y % 4 == 0 then error("inside " .. y % 8, 0) end
        return y
      end)
      return co(x)
    end, i)
    sum = sum + (ok and v or #v)
  end
  return sum
end
print("coroutines inside", wraps(ROUNDS))

-- message handlers beside

local function handler(e) return "handled " .. tostring(e) end
local function badHandler(e) error("again") end
local function handled()
  local counts = {}
  for i = 1, ROUNDS do
    local ok, e = xpcall(fails, handler, i % 3, i % 9)
    local ok1, e1 = pcall(xpcall, fails, handler, 1, 2)
    local ok2, e2 = xpcall(pcall, handler, fails, 1, 7)
    local ok3, e3 = pcall(function() return select(2, xpcall(error, handler, "x", 0)) end)
    local key = tostring(e) .. tostring(e1) .. tostring(e2) .. tostring(e3) .. tostring(ok2)
    counts[key] = (counts[key] or 0) + 1
    local ok4, e4 = xpcall(one, handler, i)
    local ok5, a, b, c = xpcall(three, handler, i)
    if e4 ~= i or c ~= i + 2 then error("wrong") end
  end
  local keys = {}
  for key in pairs(counts) do keys[#keys + 1] = key end
  table.sort(keys)
  for _, key in ipairs(keys) do print(counts[key], key) end
  local bad = 0
  for i = 1, 20 do
    local ok, e = xpcall(error, badHandler, "x")
    if not ok then bad = bad + 1 end
  end
  print("bad handlers", bad)
end
handled()

local function failingInHandler()
  local sum = 0
  for i = 1, ROUNDS do
    local ok, e = xpcall(fails, function(m)
      local inner, message = pcall(fails, 1, 0)
      return message:match("text$") .. tostring(m):match("%a*$")
    end, 1, 0)
    sum = sum + #e
  end
  return sum
end
print("protected in handlers", failingInHandler())

-- variables to be closed

local closed, seen = 0, nil
local closing = setmetatable({}, { __close = function(_, e)
  closed = closed + 1
  seen = e
end })
local failingClose = setmetatable({}, { __close = function(_, e) error("from close", 0) end })
local function closes(a)
  local v <close> = closing
  if a % 3 == 0 then error("while open", 0) end
  if a % 3 == 1 then
    local w <close> = failingClose
    return a
  end
  return a
end
local function closings()
  local counts = {}
  for i = 1, ROUNDS do
    local ok, e = pcall(closes, i)
    local key = tostring(ok) .. " " .. (ok and "value" or e) .. " " .. tostring(seen)
    counts[key] = (counts[key] or 0) + 1
    local c <close> = closing
    local ok2, e2 = pcall(one, i)
  end
  local keys = {}
  for key in pairs(counts) do keys[#keys + 1] = key end
  table.sort(keys)
  for _, key in ipairs(keys) do print(counts[key], key) end
  print("closed", closed)
end
closings()

-- captured variables of the callee, and of the caller

local function captures()
  local kept, outer = {}, 0
  for i = 1, ROUNDS do
    local mine = i
    local ok, e = pcall(function(x)
      local v = x
      kept[i % 7] = function() v = v + 1 return v + mine end
      outer = outer + v
      mine = mine + 1
      if x % 4 == 0 then error(v) end
      return v
    end, i)
    outer = outer + (mine - i)
  end
  local sum = 0
  for n = 0, 6 do sum = sum + kept[n]() + kept[n]() end
  return sum, outer
end
print("captures", captures())

-- tracebacks and levels from inside

local function traces() return debug.traceback("here") end
local function trace()
  local text
  for i = 1, ROUNDS do
    local ok, t = pcall(traces)
    text = t
  end
  return text
end
print(trace())

local function line(level) error("line", level) end
local function outerLine(level) line(level) end
local function levels()
  local texts = {}
  for i = 1, ROUNDS do
    local level = i % 5
    local ok, e = pcall(outerLine, level)
    texts[level] = e
  end
  for level = 0, 4 do print(level, texts[level]) end
end
levels()

local function whoCalls(level)
  local info = debug.getinfo(level, "Snlt")
  return info and (info.what .. " " .. tostring(info.name) .. " " .. info.currentline .. " " .. tostring(info.istailcall))
end
local function callers()
  local texts = {}
  for i = 1, ROUNDS do
    local level = i % 4
    local ok, e = pcall(whoCalls, level)
    texts[level] = tostring(ok) .. " " .. tostring(e)
  end
  for level = 0, 3 do print(level, texts[level]) end
end
callers()

-- too few arguments, too many, extra ones

local function lacks(a, b, c) return a, b, c end
local function extra(...) return select("#", ...), ... end
local function mixed(a, ...) return a, select("#", ...) end
local function arguments()
  local sum = 0
  for i = 1, ROUNDS do
    local ok, a, b, c = pcall(lacks, i)
    local ok1, d = pcall(one, i, i, i)
    local ok2, n, x, y = pcall(extra, i, i)
    local ok3, m, p = pcall(mixed, i, 1, 2, 3)
    local ok4, q = pcall(mixed)
    local ok5, z = pcall(extra, table.unpack({ i, i, i }, 1, i % 5))
    sum = sum + a + (b == nil and 1 or 0) + d + n + x + y + m + p + (q == nil and 1 or 0) + z
  end
  return sum
end
print("arguments", arguments())

-- what is no function of the program, and no function at all

local callable = setmetatable({}, { __call = function(self, a) return a end })
local function others()
  local sum, texts = 0, {}
  for i = 1, ROUNDS do
    local ok, a = pcall(callable, i)
    local ok1, b = pcall(math.abs, -i)
    local ok2, c = pcall(i)
    local ok3, d = pcall(nil)
    local ok4, e = pcall(error, i)
    local ok5, f = pcall(pcall)
    local ok6, g, h = pcall(pcall, error, i)
    sum = sum + a + b + e + h
    texts[1], texts[2], texts[3] = c, d, f
  end
  return sum, table.concat(texts, "; ")
end
print("others", others())
print(pcall(function() for i = 1, ROUNDS do if i == ROUNDS then pcall() end end end))

-- other callees in the middle of the loop

local function changes()
  local f, sum = one, 0
  for i = 1, ROUNDS * 2 do
    if i == ROUNDS then f = two end
    if i == ROUNDS + 50 then f = "no function" end
    if i == ROUNDS + 100 then f = extra end
    if i == ROUNDS + 150 then f = sometimes end
    local ok, a, b = pcall(f, i, 5)
    sum = sum + (tonumber(a) or 0) + (b or 0) + (ok and 1 or 0)
  end
  return sum
end
print("changes", changes())

-- pcall is another function in the middle of the loop

local original = pcall
local function redefines()
  local sum = 0
  for i = 1, ROUNDS * 2 do
    if i == ROUNDS then pcall = function(f, a) return "mine", f(a) + 1 end end
    if i == ROUNDS + 100 then pcall = original end
    if i == ROUNDS + 200 then pcall = select end
    local ok, v
    if pcall == select then
      ok, v = pcall(1, i, i)
    else
      ok, v = pcall(one, i)
    end
    sum = sum + v + (ok == true and 1 or ok == "mine" and 1000 or 0)
  end
  pcall = original
  return sum
end
print("redefines", redefines())

-- stacks grow meanwhile

local function grow(n)
  if n == 0 then return 0 end
  local a, b, c, d, e, f = n, n, n, n, n, n
  local ok, rest = pcall(grow, n - 1)
  return a + b + c + d + e + f + rest
end
local function grows()
  local sum = 0
  for i = 1, 60 do
    local co = coroutine.wrap(function()
      local total = 0
      for j = 1, 8 do
        local ok, v = pcall(grow, i + j)
        total = total + v
      end
      return total
    end)
    sum = sum + co()
  end
  return sum
end
print("grows", grows())

-- garbage meanwhile

local function litter(i)
  local t = { i, { i } }
  if i % 7 == 0 then error(t) end
  return t
end
local function litters()
  local sum = 0
  for i = 1, ROUNDS * 20 do
    local mine = { i }
    local ok, t = pcall(litter, i)
    sum = sum + t[1] + t[2][1] + mine[1] + (ok and 0 or 1)
  end
  return sum
end
print("litters", litters())

-- conditions

local function conditions()
  local yes, no = 0, 0
  for i = 1, ROUNDS do
    if pcall(fails, i % 3, i % 9) then yes = yes + 1 end
    if not pcall(fails, 1, i % 9) then no = no + 1 end
    local t = { ok = pcall(one, i) }
    if t.ok then yes = yes + 1 end
  end
  return yes, no
end
print("conditions", conditions())
