-- functions that die, and others that come to lie where they were, all of them hot
local parameters = {"a, b", "a", "a, b, c", ""}
local odd = setmetatable({}, {__add = function() return 0 end, __index = function() return 1 end})
local sum = 0
for k = 1, 120 do
  local list = parameters[k % 4 + 1]
  local text = "local function f(" .. list .. ") return 1 + " .. (list == "" and "1" or "a") .. " end\n"
    .. "return function(x) local n = 0 for i = 1, 150 do n = n + f(i % 70 == 69 and x or i, x, x) end return n end"
  local f = load(text, "=f")()
  sum = sum + f(k % 3 == 0 and odd or 0.5)
  if k % 7 == 0 then f = nil collectgarbage() end
end
print(sum)
