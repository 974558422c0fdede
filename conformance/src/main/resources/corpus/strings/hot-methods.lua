-- methods of strings in hot code, while what they are found in changes
local function run(objects, n)
  local out = 0
  for i = 1, n do
    local s = objects[i % #objects + 1]
    out = out + s:len() + (s:byte() or 7)
  end
  return out
end
local long = ("x"):rep(100)
local object = { len = function() return 1000 end, byte = function() return 2000 end }
print(run({ "a", "bc", "" }, 5000))
print(run({ "a", long }, 5000))
print(run({ "a", object }, 5000))
local meta = getmetatable("")
local library = meta.__index
local len = string.len
string.len = function(s) return 3 * len(s) end
print(run({ "a", long, object }, 5000))
for i = 1, 100 do string["m" .. i] = i end
print(run({ "a", "bc", long }, 5000))
meta.__index = setmetatable({ len = function() return -1 end }, { __index = library })
print(run({ "a", "bc" }, 5000))
meta.__index = function(_, name) return library[name] end
print(run({ "a", "bc" }, 5000))
meta.__index = nil
print(select(2, pcall(run, { "a" }, 10)))
meta.__index = library
string.len = len
for i = 1, 100 do string["m" .. i] = nil end
print(run({ "a", "bc", "" }, 5000))
print(select(2, pcall(run, { "a", true }, 10)))
