-- expressions read from standard input: a recursive-descent parser that evaluates, with variables and errors
local vars = { pi = 3 }
local function evaluate(line)
  local tokens, pos = {}, 1
  while true do
    pos = line:find("%S", pos)
    if not pos then break end
    local t = line:match("^%d+%.?%d*", pos) or line:match("^%a%w*", pos) or line:match("^//", pos) or line:match("^[-+*/^()=%%,]", pos)
    if not t then error("unexpected '" .. line:sub(pos, pos) .. "'", 0) end
    tokens[#tokens + 1] = t
    pos = pos + #t
  end
  local i = 1
  local function peek() return tokens[i] end
  local function take(t) if tokens[i] == t then i = i + 1 return true end end
  local expr
  local functions = { max = math.max, min = math.min, abs = math.abs, sqrt = math.sqrt }
  local function primary()
    local t = peek()
    if not t then error("unexpected end", 0) end
    i = i + 1
    if t == "(" then
      local v = expr()
      if not take ")" then error("')' expected", 0) end
      return v
    elseif t == "-" then return -primary()
    elseif tonumber(t) then return tonumber(t)
    elseif functions[t] then
      if not take "(" then error("'(' expected", 0) end
      local args = {}
      if not take ")" then
        repeat args[#args + 1] = expr() until not take ","
        if not take ")" then error("')' expected", 0) end
      end
      return functions[t](table.unpack(args))
    elseif t:match("^%a") then
      if vars[t] == nil then error("unknown variable " .. t, 0) end
      return vars[t]
    end
    error("unexpected " .. t, 0)
  end
  local function power() local b = primary() if take "^" then return b ^ power() end return b end
  local function term()
    local v = power()
    while true do
      if take "*" then v = v * power() elseif take "//" then v = v // power() elseif take "/" then v = v / power() elseif take "%" then
        v = v % power()
      else return v end
    end
  end
  function expr()
    local v = term()
    while true do if take "+" then v = v + term() elseif take "-" then v = v - term() else return v end end
  end
  if tokens[2] == "=" and tokens[1]:match("^%a") then
    i = 3
    vars[tokens[1]] = expr()
    if peek() then error("unexpected " .. peek(), 0) end
    return tokens[1] .. " = " .. vars[tokens[1]]
  end
  local v = expr()
  if peek() then error("unexpected " .. peek(), 0) end
  return v
end
for line in io.lines() do
  local ok, v = pcall(evaluate, line)
  print(line, ok and v or "error: " .. v)
end
