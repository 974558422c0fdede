-- a scheduler with virtual time, channels, timeouts and cancellation, on coroutines and to-be-closed variables
local now, queue, seq, log = 0, {}, 0, {}
local function at(t, f, ...)
  seq = seq + 1
  local item = { t = t, seq = seq, f = f, args = table.pack(...) }
  local i = #queue + 1
  while i > 1 and (queue[i - 1].t > t) do i = i - 1 end
  table.insert(queue, i, item)
  return item
end
local function step(co, ...)
  local ok, e = coroutine.resume(co, ...)
  if not ok then
    log[#log + 1] = now .. ":error " .. tostring(e):gsub("^[^:]*:%d+: ", "")
    coroutine.close(co)
  end
end
local function spawn(f, ...) local co = coroutine.create(f) at(now, step, co, ...) return co end
local function sleep(n) at(now + n, step, (coroutine.running())) coroutine.yield() end
local function channel()
  local items, waiting = {}, {}
  return {
    send = function(v)
      if #waiting > 0 then at(now, step, table.remove(waiting, 1), v) else items[#items + 1] = v end
    end,
    receive = function(timeout)
      if #items > 0 then return table.remove(items, 1) end
      local me = coroutine.running()
      waiting[#waiting + 1] = me
      local timer = timeout and at(now + timeout, function()
        for i, co in ipairs(waiting) do
          if co == me then table.remove(waiting, i) step(me, nil, "timeout") return end
        end
      end)
      return coroutine.yield()
    end,
  }
end
local function resource(name)
  log[#log + 1] = now .. ":open " .. name
  return setmetatable({}, { __close = function(_, e)
    log[#log + 1] = now .. ":close " .. name .. (e and " failed" or "")
  end })
end
local function say(s) log[#log + 1] = now .. ":" .. s end
local ch = channel()
spawn(function() for i = 1, 3 do sleep(10) ch.send("msg" .. i) say("sent " .. i) end end)
spawn(function()
  local r <close> = resource "reader"
  while true do
    local m, why = ch.receive(25)
    if not m then say("gave up: " .. why) return end
    say("got " .. m)
  end
end)
spawn(function() local r <close> = resource "bad" sleep(15) error("broken") end)
local victim = spawn(function() local r <close> = resource "victim" sleep(1000) say("never") end)
spawn(function() sleep(20) say("cancel " .. tostring(coroutine.close(victim)) .. " " .. coroutine.status(victim)) end)
spawn(function()
  local ok, e = pcall(function() sleep(5) error("inner", 0) end)
  say("caught " .. e)
  for i = 1, 2 do local ok = pcall(sleep, 1) say("slept " .. tostring(ok)) end
end)
while #queue > 0 do
  local item = table.remove(queue, 1)
  now = item.t
  if not (item.f == step and coroutine.status(item.args[1]) == "dead") then
    item.f(table.unpack(item.args, 1, item.args.n))
  end
end
for _, l in ipairs(log) do print(l) end
