-- an operator whose result is of another kind than before, in a register that held a number until then
local odd = setmetatable({}, {
  __len = function() return "long" end,
  __unm = function() return "minus" end,
  __bnot = function() return "not" end,
  __concat = function() return 7 end,
})
local function lengths(list, other)
  local n = 0
  for round = 1, 200 do
    do local early = round * 2; n = n + early end
    local size = #list
    if round > 150 then list = other end
    if round == 200 then print(round, size) end
  end
  return n
end
print(lengths({1, 2, 3}, odd))
print(lengths({1, 2, 3}, odd))
local function joined(a, b)
  local n = 0
  for round = 1, 200 do
    do local early = round * 2; n = n + early end
    local text = a .. b
    if round > 150 then a = odd end
    if round > 198 then print(round, text) end
  end
  return n
end
print(joined("x", "y"))
print(joined("x", "y"))
