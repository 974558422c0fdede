-- a call of functions of which one needs its frame and the other does not; what is held meanwhile must outlive both
local log = ""
local function val(v) if type(v) == "table" then v = v[1] end return v + 1 end
local function plain(o, i) local x = o.v return x + i end
local function asking(o, i) log = #log > 20 and "" or log .. i local x = val({ i }) return x end
local function run(n)
  local o, sum = { v = 1 }, 0
  for i = 1, n do
    o.step = i % 3 == 0 and asking or plain
    local a, b, c = i * 2, i + 0.5, { i }
    sum = val(sum) + val(o:step(i)) + val(o.step(o, a)) + b
    if i % 97 == 0 then sum = sum + c[1] + #tostring(a) end
    sum = sum % 1000003
  end
  return sum
end
print(run(50), run(2000), run(3000))
local function deep(n, o)
  if n == 0 then return o.step(o, 1) end
  return 1 + deep(n - 1, o)
end
for k = 1, 40 do
  print(pcall(deep, k * 10, { v = k, step = k % 2 == 0 and asking or plain }))
end
