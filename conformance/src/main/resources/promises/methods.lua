-- calls of methods that are found in the class of an object
local Counter = {}
Counter.__index = Counter
function Counter.new() return setmetatable({ count = 0 }, Counter) end
function Counter:add(n) self.count = self.count + n end
function Counter:get() return self.count end

local counter, sum = Counter.new(), 0
for i = 1, 5000000 do
  counter:add(i % 5)
  sum = sum + counter:get() % 7
end
print(sum, counter:get())
