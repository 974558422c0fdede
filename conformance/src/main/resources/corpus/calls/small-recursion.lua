-- small functions that call themselves, hot: results, errors and tracebacks from every depth
local function fib(n)
  if n < 2 then return n end
  return fib(n - 1) + fib(n - 2)
end

local function pairsum(n, m)
  if n <= 0 then return m, n end
  local a, b = pairsum(n - 1, m + n)
  return a + b, n
end

local function down(n)
  if n == 0 then error("at the bottom") end
  return down(n - 1) + 1
end

local function levels(n)
  if n == 0 then
    local _, lines = debug.traceback("", 1):gsub("\n", "\n")
    return lines
  end
  return levels(n - 1) + 0
end

-- an operand that is no number, at one depth only
local function mixed(n, at)
  if n == 0 then return 0 end
  local one = n == at and {} or 1
  return mixed(n - 1, at) + one
end

-- floats where there were integers
local function halves(n, x)
  if n == 0 then return x end
  return halves(n - 1, x / 2) + halves(n - 2 < 0 and 0 or n - 2, x)
end

for round = 1, 40 do
  fib(12)
  pairsum(20, round)
  mixed(9, 0)
  halves(5, 1)
  pcall(down, round % 7)
  levels(round % 5)
end

print(fib(20), fib(2.0), fib(10.5))
print(pairsum(30, 0))
print(pcall(down, 0))
print(pcall(down, 5))
print(select("#", pcall(down, 6)))
local base = levels(0)
for n = 1, 9 do io.write(levels(n) - base, " ") end
print()
for at = 0, 9 do
  print(at, pcall(mixed, 9, at))
end
print(halves(7, 3), halves(6, 3.5), halves(3, 8 // 1))
print(pcall(fib, {}))
print(pcall(fib, "7"))
local ok, message = pcall(fib, -math.huge)
print(ok, message)
local function endless(n) return 1 + endless(n + 1) end
local fine, overflow = pcall(endless, 1)
print(fine, (overflow:find("stack overflow", 1, true) ~= nil))
print(fib(15), (pairsum(10, 1)))
