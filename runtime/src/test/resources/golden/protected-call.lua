local function value(a) return a end
local function handle(e) return e end
local function handled(n)
  local ok, v = xpcall(value, handle, n)
  return ok and v
end
local function last(f, ...) return pcall(f, ...) end
local function work(n)
  pause()
  last(value, n)
  return handled(n)
end
work(10)
