-- iterators made of closures: stateless, stateful, composed
local function range(a, b, c)
  c = c or 1
  return function(_, i) i = i + c if c > 0 and i <= b or c < 0 and i >= b then return i end end, nil, a - c
end
local function list(...) local r = {} for v in ... do r[#r + 1] = tostring(v) end return table.concat(r, " ") end
print(list(range(1, 5)), "|", list(range(5, 1, -2)), "|", list(range(1, 0)))
local function map(f, ...)
  local it, s, c = ...
  return function() local v = it(s, c) c = v if v ~= nil then return f(v) end end
end
local function filter(p, ...)
  local it, s, c = ...
  return function() repeat c = it(s, c) until c == nil or p(c) return c end
end
local function take(n, ...)
  local it, s, c = ...
  return function() if n > 0 then n = n - 1 c = it(s, c) return c end end
end
local function zip(a, b) return function() local x, y = a(), b() if x ~= nil and y ~= nil then return x, y end end end
local function chain(...)
  local its, i = { ... }, 1
  return function() while its[i] do local v = its[i]() if v ~= nil then return v end i = i + 1 end end
end
local function each(t) local i = 0 return function() i = i + 1 return t[i] end end
print(list(map(function(x) return x * x end, range(1, 5))))
print(list(filter(function(x) return x % 3 == 0 end, range(1, 20))))
print(list(take(3, range(10, 100, 10))))
print(list(chain(each { 1, 2 }, each {}, each { 3 })))
for a, b in zip(each { "x", "y", "z" }, each { 1, 2 }) do io.write(a, b, " ") end print()
local function primes()
  local p = 1
  return function()
    repeat
      p = p + 1
      local ok = true
      for d = 2, math.floor(math.sqrt(p)) do if p % d == 0 then ok = false break end end
    until ok
    return p
  end
end
print(list(take(10, primes()))) print(list(take(5, filter(function(p) return p % 4 == 1 end, primes()))))
local function sortedpairs(t, lt)
  local ks = {}
  for k in pairs(t) do ks[#ks + 1] = k end
  table.sort(ks, lt)
  local i = 0
  return function() i = i + 1 if ks[i] ~= nil then return ks[i], t[ks[i]] end end
end
for k, v in sortedpairs { b = 2, a = 1, c = 3 } do io.write(k, "=", v, " ") end
for k, v in sortedpairs({ 10, 20, 30 }, function(a, b) return a > b end) do io.write(k, "=", v, " ") end
print()
local function window(t, n)
  local i = 0
  return function() i = i + 1 if i + n - 1 <= #t then return table.unpack(t, i, i + n - 1) end end
end
for a, b, c in window({ 1, 2, 3, 4, 5 }, 3) do io.write(a + b + c, " ") end print()
local function fold(f, acc, ...) for v in ... do acc = f(acc, v) end return acc end
print(fold(math.max, -math.huge, each { 3, 9, 2 }), fold(function(a, v) return a .. v end, "", range(1, 5)))
local function once(f) local done, v return function(...) if not done then done, v = true, f(...) end return v end end
local calls = 0
local f = once(function(x) calls = calls + 1 return x end)
print(f(1), f(2), calls)
local function memo(f)
  local c = {}
  return function(n) local v = c[n] if v == nil then v = f(n) c[n] = v end return v end
end
local fib
fib = memo(function(n) return n < 2 and n or fib(n - 1) + fib(n - 2) end)
print(fib(80))
local function curry(f, n)
  n = n or 2
  local function go(args, k)
    return function(x)
      local a = { table.unpack(args, 1, k) }
      a[k + 1] = x
      if k + 1 == n then return f(table.unpack(a, 1, n)) end
      return go(a, k + 1)
    end
  end
  return go({}, 0)
end
print(curry(function(a, b, c) return a + b * c end, 3)(1)(2)(3))
local function pipe(...) local fs = { ... } return function(v) for _, g in ipairs(fs) do v = g(v) end return v end end
print(pipe(string.upper, string.reverse, function(s) return s .. "!" end)("abc"))
local subs = {}
local function on(f)
  subs[#subs + 1] = f
  return function()
    for i, g in ipairs(subs) do if g == f then table.remove(subs, i) return true end end
    return false
  end
end
local out = {}
local off1 = on(function(v) out[#out + 1] = "1" .. v end)
local off2 = on(function(v) out[#out + 1] = "2" .. v end)
for _, g in ipairs(subs) do g("a") end
print(off1(), off1())
for _, g in ipairs(subs) do g("b") end
print(table.concat(out, " "))
