-- control flow that only goto can express directly
local function collatz(n)
  local s = 0
  ::top::
  if n == 1 then return s end
  s = s + 1
  if n & 1 == 0 then n = n >> 1 goto top end
  n = 3 * n + 1
  goto top
end
print(collatz(1), collatz(27), collatz(97))
-- nested continue and nested break by label
local out = {}
for i = 1, 4 do
  for j = 1, 4 do
    if j == i then goto nextj end
    if j == 4 then goto nexti end
    if i == 4 then goto finish end
    out[#out + 1] = i .. j
    ::nextj::
  end
  ::nexti::
end
::finish::
print(table.concat(out, " "))
-- retry
local attempts = 0
do
  ::retry::
  attempts = attempts + 1
  local ok, err = pcall(function() if attempts < 4 then error("again", 0) end return "ok" end)
  if not ok then goto retry end
  print(attempts, err)
end
-- a tokenizer as a machine
local function tokens(s)
  local r, i, start, c = {}, 0
  ::space:: i = i + 1 c = s:sub(i, i)
  if c == "" then goto done elseif c:find("%s") then goto space elseif c:find("%d") then start = i goto number elseif c:find("%a") then
    start = i
    goto word
  end
  r[#r + 1] = "op:" .. c goto space
  ::number:: i = i + 1 if s:sub(i, i):find("%d") then goto number end
  r[#r + 1] = "num:" .. s:sub(start, i - 1) i = i - 1 goto space
  ::word:: i = i + 1 if s:sub(i, i):find("%w") then goto word end
  r[#r + 1] = "id:" .. s:sub(start, i - 1) i = i - 1 goto space
  ::done:: return table.concat(r, " ")
end
print(tokens "x1 = 42+foo*(7)") print(tokens "") print(tokens "  9")
-- a virtual machine
local function run(code)
  local pc, acc, n = 1, 0, 0
  ::fetch:: n = n + 1
  local op, arg = code[pc], code[pc + 1] pc = pc + 2
  if op == "add" then goto add elseif op == "jmp" then goto jump elseif op == "jlt" then goto jlt else goto halt end
  ::add:: acc = acc + arg goto fetch
  ::jump:: pc = arg goto fetch
  ::jlt:: if acc < 100 then pc = arg end goto fetch
  ::halt:: return acc, n
end
print(run { "add", 7, "jlt", 1, "halt" }) print(run { "jmp", 5, "add", 1, "add", 10, "jlt", 3, "halt" })
-- labels in branches, loops in loops, closures over what a goto renews
local fns = {}
local k = 0
::loop::
do local v = k fns[k + 1] = function() v = v + 1 return v end k = k + 1 if k < 3 then goto loop end end
print(fns[1](), fns[1](), fns[2](), fns[3]())
local function first(t, p)
  for i, v in ipairs(t) do if p(v) then out = i goto found end end
  do return nil end
  ::found::
  return out
end
print(first({ 5, 8, 13 }, function(v) return v > 6 end), first({}, print))
for i = 1, 3 do if i == 2 then goto skip end io.write(i, " ") ::skip:: end
while true do do goto out end end
::out::
repeat goto cont ::cont:: until true
print("end")
