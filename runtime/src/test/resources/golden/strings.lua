local function describe(name, n)
  if name == "none" then return "nobody" end
  return name .. " is " .. n
end
local function work(name)
  pause()
  return (describe(name, 7))
end
work("somebody")
