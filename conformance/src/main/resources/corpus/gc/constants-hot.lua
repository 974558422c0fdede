-- strings that are constants of a function which goes as soon as it has stored them, while a collection is under way
local keep, element = {last = 0}, {0}
local held = setmetatable({}, {__mode = "v"})
local function text(n) return "kept only by a table, " .. n end
local chain
local last = {}
held.last = last
local function make(n)
  local source = ([[
    local keep, element = ...
    return function(n, other)
      local e = element
      for i = 1, n do
        keep.last = "%s"
        other.last = "%s"
        e[1] = "%s"
      end
    end]]):format(text(n), text(n + 1000), text(n + 2000))
  held[n] = load(source)(keep, element)
  held.last[n] = held[n]
end
local function run(n, rounds, other) held[n](rounds, other) end
local function cut(n) held.last[n] = nil end
local other = {last = 0}
for n = 1, 12 do
  make(n)
  run(n, 1000, other)
end
-- The functions come last in a long chain, so that the tables may have been seen when they have not.
chain = last
last = nil
for i = 1, 30000 do chain = {chain, i, i} end
local lost = 0
for n = 1, 12 do
  other = {last = 0}
  keep.last, element[1] = 0, 0
  collectgarbage()
  for _ = 1, n // 2 do collectgarbage("step", 1) end
  run(n, 1, other)
  cut(n)
  collectgarbage("step", 100000)
  collectgarbage("step", 100000)
  for i = 1, 200 do local _ = "something else, " .. i .. n end
  if keep.last ~= text(n) or other.last ~= text(n + 1000) or element[1] ~= text(n + 2000) then lost = lost + 1 end
end
print(lost, chain[2])
