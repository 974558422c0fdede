local function adder(k)
  return function(x) return x + k end
end
local function work(f, s)
  pause()
  local a, b = f(1), adder(2)
  local c = string.sub(s, b(3), 4)
  return c < s, a
end
work(adder(1), "text")
