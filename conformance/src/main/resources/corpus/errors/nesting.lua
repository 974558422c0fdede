-- calls that library functions make are nested some 200 deep, no more, and the limit can be met again and again
local depth
local function enough() return depth > 150 and depth <= 200 end
local function tail(e) return e:match("[^:]*$") end

local function protected() depth = depth + 1; assert(pcall(protected)) end
for _ = 1, 3 do
  depth = 0
  local ok, e = pcall(protected)
  print(ok, tail(e), enough())
end

-- every level handles the error and begins anew: a matter of milliseconds
depth = 0
print(xpcall(protected, protected))
depth = 0
print(xpcall(error, function(e) depth = depth + 1; error(e) end))
print(depth > 150 and depth <= 220)

-- below the limit there is room again
local function down(n) if n == 0 then return "bottom" end return select(2, pcall(down, n - 1)) end
print(down(150))
print(down(1000))
print(down(150))

-- other functions that call
depth = 0
local function text() depth = depth + 1; return tostring(setmetatable({}, { __tostring = text })) end
local ok, e = pcall(text)
print(ok, tail(e), enough())

-- coroutines that wait for one another, and one that goes on at another depth than where it stopped
depth = 0
local function resume() depth = depth + 1; return select(2, coroutine.resume(coroutine.create(resume))) end
print(resume(), enough())
local function inside(n)
  if n == 0 then return coroutine.yield("yielded") end
  return select(2, pcall(inside, n - 1))
end
local co = coroutine.create(inside)
print(coroutine.resume(co, 60))
local function outside(n) if n == 0 then return coroutine.resume(co, "resumed") end
  return select(2, pcall(outside, n - 1)) end
print(outside(60))
print(coroutine.resume(co, "again"))

-- a coroutine that fails deep inside leaves no trace of its depth
for _ = 1, 10 do
  local failing = coroutine.wrap(function() local function f(n) if n == 0 then error("deep", 0) end
    local ok, e = pcall(f, n - 1); error(e, 0) end f(100) end)
  print(pcall(failing))
end
print(down(150))
