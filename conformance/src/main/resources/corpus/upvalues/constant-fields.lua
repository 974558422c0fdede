-- constants stored in fields of upvalues, of which there are more than registers
local a, b, c, d, e = {}, {}, {}, {}, {}
local function set()
  a.x = nil
  b.x = true
  c.x = "text"
  d.x = 2.5
  e.x = nil
end
local function clear()
  e.x = false
  d.x = nil
end
for round = 1, 300 do
  e.x = round
  set()
  if e.x ~= nil or not b.x then print("wrong", round) end
  if round % 100 == 0 then
    print(a.x, b.x, c.x, d.x, e.x)
    clear()
    print(d.x, e.x)
  end
end
print(pcall(function() a.x.y = 1 end))
