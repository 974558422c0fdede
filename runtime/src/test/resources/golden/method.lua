local Account = {}
Account.__index = Account
function Account:add(n)
  self.balance = self.balance + n
end
local function fill(account)
  for i = 1, 10 do account:add(i) end
end
local function work(account)
  pause()
  fill(account)
end
work(setmetatable({balance = 0}, Account))
