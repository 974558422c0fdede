-- extra arguments where code is compiled: select, copies, lists, calls and returns
local function sum(...) local s = 0 for i = 1, select("#", ...) do s = s + (select(i, ...)) end return s end
local function opt(...) local a, b, c = ... return c, b, a, (select(2, ...)) end
local function named(a, ...) return a, select("#", ...), (select(1, ...)) end
local function collect(...) local t = { ... } return #t, t[1], t[#t] end
local function tagged(...) local t = { "x", 2, ... } return #t, t[3] end
local function pass(...) return ... end
local function minmax(a, b, c)
  if a > b then a, b = b, a end
  if b > c then b, c = c, b end
  if a > b then a, b = b, a end
  return a, b, c
end
local function none(...) end

local total, nils = 0, 0
for i = 1, 3000 do
  total = total + sum(i % 3, 2, 3, 4) + sum() + sum(i) + sum(table.unpack({ 1, 2, 3, 4, 5 }, 1, i % 6))
  local c, b, a, s = opt(i, i + 1)
  if c == nil then nils = nils + 1 end
  total = total + a + b + s
  local first, n, second = named(i, 7, 8)
  total = total + first + n + second
  local count, x, y = collect(pass(i, 2, 3))
  total = total + count + x + y
  local length, third = tagged(pass(i))
  total = total + length + third
  local lo, mid, hi, more = minmax(i % 7, i % 5, i % 3)
  total = total + lo + 2 * mid + 3 * hi
  if more ~= nil then print("more") end
  minmax(1, 2, 3)
  none(i)
  local nothing = none(i, i)
  if nothing ~= nil then print("something") end
  local one = pass(i, 2, 3)
  total = total + one + (pass(1, 2))
end
print(total, nils)

-- as many that they cost fuel, or do not fit where the stack ends
local many = {}
for i = 1, 300 do many[i] = i end
local function depth(n, ...) if n == 0 then return select("#", ...), (select(-1, ...)) end return depth(n - 1, n, ...) end
local check = 0
for i = 1, 300 do check = check + sum(table.unpack(many, 1, i)) + #{ table.unpack(many, 1, i) } end
print(check, depth(150))
local function nested(n, ...) if n == 0 then return sum(...) end local a = nested(n - 1, ...) return a + 1 end
print(nested(3000, 1, 2, 3))

-- other kinds, other functions, and what is no index
local function kinds(...) local s = 0 for i = 1, select("#", ...) do s = s + (select(i, ...)) end return s end
for i = 1, 500 do kinds(i, i) end
print(kinds(1.5, 2), kinds("10", 1), pcall(kinds, {}))
print(pcall(kinds, nil))
for _, n in ipairs { 0, -3, 1, 2, 3, -1, -2, 2.0, "1" } do
  print(n, pcall(function(...) local x for _ = 1, 300 do x = (select(n, ...)) end return x end, "a", "b"))
end
print(pcall(function(...) local x for i = 1, 600 do x = (select(i - 590, ...)) end return x end, "a", "b"))
do
  local real, calls = select, 0
  local function using(...) local n = 0 for _ = 1, 400 do n = n + select("#", ...) end return n end
  print(using(1, 2, 3))
  select = function(...) calls = calls + 1 return real(...) end
  print(using(1, 2, 3), calls)
  select = nil
  print(pcall(using, 1))
  select = real
  print(using())
end

-- yields and errors from within, and who is seen there
local function yielding(...) local s = 0 for i = 1, select("#", ...) do s = s + coroutine.yield((select(i, ...))) end return s, ... end
local co = coroutine.wrap(function() local a, b, c, d for _ = 1, 200 do a, b, c, d = yielding(1, 2, 3) end return a, b, c, d end)
local x, rounds = co(), 0
while true do
  local r = table.pack(co(x + 1))
  rounds = rounds + 1
  if r.n > 1 then print(rounds, table.unpack(r, 1, r.n)) break end
  x = r[1]
end
local function fails(n, ...) if n == 900 then error("no " .. select("#", ...), 2) end return n, ... end
print(pcall(function() for i = 1, 1000 do
  local a, b = fails(i, 1, 2)
end end))
local function where(...) local i = debug.getinfo(1, "nSlut") return i.name, i.currentline, i.nparams, i.isvararg, i.istailcall end
local names = {}
for i = 1, 500 do
  local name, line, params, isvararg, tail = where(i, i)
  names[tostring(name) .. line .. params .. tostring(isvararg) .. tostring(tail)] = true
end
for k in pairs(names) do print(k) end
print((xpcall(function() for i = 1, 500 do sum(i, i == 450 and {} or 1) end end, function(m) print(debug.traceback(m)) end)))
