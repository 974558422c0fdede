-- a value that was compared with a string, and is used in a loop as the table that it is not
local function sum(x, n)
  if x == "none" then return 0 end
  local s = 0
  for _ = 1, n do s = s + x.v end
  return s
end
local function lengths(x, n)
  if x == "none" then return 0 end
  local s = 0
  for _ = 1, n do s = s + #x end
  return s
end
local function elements(x, n)
  if x == "none" then return 0 end
  local s = 0
  for i = 1, n do s = s + x[i] end
  return s
end
local list = {"none", {v = 1, 1, 2, 3}, "none", {v = 2, 4, 5, 6}}
local function all(f, rounds)
  local s = 0
  for _ = 1, rounds do
    for k = 1, 4 do s = s + f(list[k], 3) end
  end
  return s
end
for _, f in ipairs {sum, lengths, elements} do
  list[4] = {v = 2, 4, 5, 6}
  for _ = 1, 50 do all(f, 50) end
  print(all(f, 50))
  -- The lower half of such a number is no address.
  for _, bad in ipairs {0x7fffffff, 0xfffffff0, -1, 3, 1e308, true} do
    list[4] = {v = 2, 4, 5, 6}
    all(f, 50)
    list[4] = bad
    print(pcall(all, f, 50))
  end
end
