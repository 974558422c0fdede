local function check(n)
  if n > 3 then error("too much") end
  return n
end
local function try(n)
  local ok, result = pcall(check, n)
  return ok and result or 0
end
local function work(n)
  pause()
  return try(n)
end
work(2)
