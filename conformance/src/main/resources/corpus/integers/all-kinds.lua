-- operators that see numbers of one kind first, then of others, at the ends of their ranges
local integers = {0, 1, -1, 7, -7, math.maxinteger, math.mininteger, (1 << 53) + 1, 64, -64}
local floats = {-0.0, 1.0, -1.5, 3.5, 2.0 ^ 53, 2.0 ^ 63, -2.0 ^ 63, 1 / 0, 0 / 0, 1e308}
local expressions = {
  "a + b", "a - b", "a * b", "a / b", "a // b", "a % b", "a ^ 2", "-a",
  "a & b", "a | b", "a ~ b", "a << b", "a >> b", "~a", "a << 1", "a >> 63", "1 << a", "a & 255",
  "a < b", "a <= b", "a > b", "a == b", "a ~= b", "not (a < b)", "a < b and a or b", "(a == a) == (b == b)",
  "a % 3", "a // 3", "a % -3", "a // -1", "a % -1", "a // 0.5", "a % 0.5", "5 - a", "a + 1.5",
  "a < 3", "a >= 3", "a == 3", "a == 3.5", "a < 1e15",
  "math.floor(a)", "math.ceil(a)", "math.abs(a)", "math.max(a, b)", "math.min(a, b)", "math.sqrt(a)",
  "({10, 20, 30})[a]", "#({a, b})",
}
local in_function = [[
  local see = ...
  local function f(a, b) local result = %s return result end
  return function(list, other)
    for i = 1, #list do
      for j = 1, #other do see(pcall(f, list[i], other[j])) end
    end
  end]]
local in_loop = [[
  local see = ...
  return function(list, other)
    for i = 1, #list do
      local a = list[i]
      for j = 1, #other do
        local b = other[j]
        local result = %s
        see(true, result)
      end
    end
  end]]

local function str(v)
  if v ~= v then return "nan" end
  return math.type(v) == "float" and string.format("%a", v) or tostring(v)
end

local hash
local function see(ok, v)
  local text = ok and str(v) or "error: " .. v:gsub("^.-:%d+: ", "")
  for j = 1, #text do hash = (hash * 31 + text:byte(j)) & 0xffffffff end
end

local function try(template, expression, first, second, third)
  local f = load(template:format(expression), "=f")(see)
  hash = 0
  pcall(f, first, second)
  pcall(f, second, third)
  pcall(f, third, first)
  print(expression, hash)
end
for _, expression in ipairs(expressions) do
  try(in_function, expression, integers, integers, floats)
  try(in_loop, expression, floats, floats, integers)
end
