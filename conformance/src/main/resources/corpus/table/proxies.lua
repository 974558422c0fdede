-- Everything in the table library goes through metamethods when there are any.
local function proxy(back, log)
  return setmetatable({}, {
    __index = function(_, k) log[#log + 1] = "r" .. k return back[k] end,
    __newindex = function(_, k, v) log[#log + 1] = "w" .. k back[k] = v end,
    __len = function() log[#log + 1] = "#" return #back end,
  })
end
local function try(name, f, back, ...)
  local log = {}
  local results = table.pack(pcall(f, proxy(back, log), ...))
  if type(results[2]) == "table" then results[2] = "table" end
  -- in which order sort reads and writes is its own business
  print(name, name == "sort" and #log > 0 or table.concat(log, " "), table.unpack(results, 1, results.n))
  print("", pcall(table.concat, back, ","))
end
try("insert", table.insert, { 1, 2, 3 }, 4)
try("insert", table.insert, { 1, 2, 3 }, 1, 0)
try("insert", table.insert, { 1, 2, 3 }, 5, 0)
try("remove", table.remove, { 1, 2, 3 })
try("remove", table.remove, { 1, 2, 3 }, 1)
try("remove", table.remove, {})
try("move", table.move, { 1, 2, 3 }, 1, 3, 2)
try("move", table.move, { 1, 2, 3 }, 2, 3, 1)
try("concat", table.concat, { 1, 2.5, "x" }, "-")
try("concat", table.concat, { 1, 2, 3 }, ",", 2, 3)
try("concat", table.concat, { "a", "b" }, ",", 1, 3)
try("unpack", table.unpack, { 1, 2, 3 })
try("unpack", table.unpack, { 1, 2, 3 }, 2, 5)
try("sort", table.sort, { 3, 1, 2 })
try("sort", table.sort, { 4, 3, 5, 1, 2 }, function(a, b) return a > b end)
print(pcall(table.sort, proxy({ 1, 2, 3, 4, 5 }, {}), function() return true end))
try("sort", table.sort, { 1, {}, 3 })
-- lengths that are no integers, or not true
local function with_length(n) return setmetatable({}, { __len = function() return n end }) end
for _, n in ipairs { "x", 2.5, "3", 4.0, -5, math.maxinteger } do
  print(n, pcall(table.insert, with_length(n), 1, 1))
  print(n, pcall(table.remove, with_length(n)))
end
-- values that are no tables but behave like them need the metamethods that the function uses
print(pcall(table.concat, "abc"), pcall(table.unpack, "abc", 1, 2))
print(pcall(table.insert, setmetatable({}, { __newindex = 5 }), 1))
print(pcall(function() table.concat(setmetatable({}, { __index = function(_, k) error("at " .. k) end }), ",", 3, 4) end))
print(pcall(function() table.concat(setmetatable({}, { __index = function(_, k) return {} end }), ",", 3, 4) end))
-- an inherited __index does not keep the elements themselves from being moved
local Stack = {}
Stack.__index = Stack
function Stack:push(v) table.insert(self, v) return self end
function Stack:pop() return table.remove(self) end
local s = setmetatable({}, Stack):push(1):push(2):push(3)
print(s:pop(), s:pop(), #s, s:pop(), s:pop(), #s)
-- the comparison function is not to yield
print(coroutine.wrap(function() return pcall(table.sort, { 3, 2, 1 }, coroutine.yield) end)())
