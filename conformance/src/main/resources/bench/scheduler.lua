-- a simulated operating system: tasks of several kinds pass packets through queues by priority
local N = tonumber((...)) or 11000

local Task = {}
Task.__index = Task

local function newtask(id, priority, handler)
  return setmetatable({ id = id, priority = priority, inbox = {}, head = 1, tail = 0, handler = handler, runs = 0, held = false }, Task)
end

function Task:post(packet)
  self.tail = self.tail + 1
  self.inbox[self.tail] = packet
end

function Task:take()
  local packet = self.inbox[self.head]
  if packet then
    self.inbox[self.head] = nil
    self.head = self.head + 1
  end
  return packet
end

function Task:pending() return self.tail - self.head + 1 end

local Scheduler = {}
Scheduler.__index = Scheduler

function Scheduler.new() return setmetatable({ tasks = {}, switches = 0, delivered = 0 }, Scheduler) end

function Scheduler:add(task)
  local at = #self.tasks + 1
  for i, t in ipairs(self.tasks) do
    if t.priority < task.priority then
      at = i
      break
    end
  end
  table.insert(self.tasks, at, task)
end

function Scheduler:find(id)
  for _, t in ipairs(self.tasks) do
    if t.id == id then return t end
  end
end

function Scheduler:send(id, packet)
  self.delivered = self.delivered + 1
  self:find(id):post(packet)
end

function Scheduler:loop()
  while true do
    local ran = false
    for _, t in ipairs(self.tasks) do
      if not t.held and t:pending() > 0 then
        self.switches = self.switches + 1
        t.runs = t.runs + 1
        t.handler(self, t, t:take())
        ran = true
        break
      end
    end
    if not ran then return end
  end
end

local function run(n)
  local s = Scheduler.new()
  local checksum = 0
  s:add(newtask("device", 5, function(sched, self, p)
    p.value = (p.value * 7 + 3) % 8191
    sched:send(p.origin, p)
  end))
  s:add(newtask("worker", 3, function(sched, self, p)
    for i = 1, 4 do p.data[i] = (p.data[i] + i * p.value) % 26 end
    p.hops = p.hops + 1
    if p.hops < 8 then
      p.origin = p.hops % 2 == 0 and "worker" or "handler"
      sched:send("device", p)
    else
      sched:send("sink", p)
    end
  end))
  s:add(newtask("handler", 4, function(sched, self, p)
    p.hops = p.hops + 1
    sched:send("worker", p)
  end))
  s:add(newtask("sink", 1, function(sched, self, p)
    for i = 1, 4 do checksum = (checksum * 31 + p.data[i]) % 1000003 end
    checksum = (checksum + p.value) % 1000003
  end))
  s:add(newtask("idle", 0, function(sched, self, p)
    if p.left > 0 then
      p.left = p.left - 1
      for k = 1, 5 do
        sched:send("worker", { value = p.left + k, hops = 0, origin = "worker", data = { k, 2, 3, 4 } })
      end
      sched:send("idle", p)
    end
  end))
  s:send("idle", { left = n })
  s:loop()
  return s.switches, s.delivered, checksum
end

print(string.format("scheduler %d %d %d", run(N)))
