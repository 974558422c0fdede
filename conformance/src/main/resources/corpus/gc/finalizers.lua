local log = {}
local function fin(n) return setmetatable({ name = n }, { __gc = function(o) log[#log + 1] = o.name end }) end
local function flush(...) print(table.concat(log, " "), ...) log = {} end
-- the reverse of the order in which they were marked
do for i = 1, 5 do fin("o" .. i) end end collectgarbage() flush()
do
  local a, b = setmetatable({ name = "a" }, nil), fin "b"
  setmetatable(a, { __gc = function() log[#log + 1] = "a" end })
end
collectgarbage()
flush()
-- only objects that had __gc when the metatable was set are marked; the method is looked up when it runs
do local mt = {} local o = setmetatable({}, mt) mt.__gc = function() log[#log + 1] = "late" end end
collectgarbage()
flush("not marked")
do local mt = { __gc = true } setmetatable({}, mt) mt.__gc = function() log[#log + 1] = "set later" end end
collectgarbage()
flush()
do local mt = { __gc = function() log[#log + 1] = "old" end } setmetatable({}, mt) mt.__gc = nil end
collectgarbage()
flush("removed")
do setmetatable({}, { __gc = 5 }) end
collectgarbage()
flush("not callable")
-- resurrection: the object is whole in its finalizer, which runs once; it may be marked again
local saved
do local o = setmetatable({ v = { 42 } }, { __gc = function(o) saved = o log[#log + 1] = "fin" .. o.v[1] end }) end
collectgarbage()
flush(saved.v[1])
saved = nil
collectgarbage()
flush("once")
do
  local again = 0
  local mt
  mt = { __gc = function(o)
    again = again + 1
    log[#log + 1] = "g" .. again
    if again < 3 then setmetatable(o, mt) end
  end }
  setmetatable({}, mt)
end
collectgarbage()
collectgarbage()
collectgarbage()
collectgarbage()
flush()
-- objects reachable from a finalized object survive until it is gone; cycles are finalized too
do local x, y = fin "x", fin "y" x.other, y.other = y, x end
collectgarbage()
flush()
do
  local parent = fin "parent"
  parent.child = setmetatable({ name = "child" }, { __gc = function(o)
    log[#log + 1] = o.name .. tostring(o.name ~= nil)
  end })
end
collectgarbage()
flush()
-- weak tables: values are cleared before finalizers run, keys after resurrection
local wv, wk = setmetatable({}, { __mode = "v" }), setmetatable({}, { __mode = "k" })
do
  local o = setmetatable({}, { __gc = function(o) log[#log + 1] = tostring(wv[1]) .. "," .. tostring(wk[o]) end })
  wv[1] = o
  wk[o] = "data"
end
collectgarbage()
flush()
collectgarbage()
print(next(wk)) print(next(wv))
-- an error in a finalizer does not reach the program
do setmetatable({}, { __gc = function() error("ignored") end }) fin "after" end print(pcall(collectgarbage)) flush()
-- finalizers may allocate, create objects with finalizers, call the collector, use pcall
do
  setmetatable({}, { __gc = function()
    local t = {}
    for i = 1, 1000 do t[i] = { i } end
    fin "made in gc"
    collectgarbage()
    log[#log + 1] = "big" .. #t .. tostring(pcall(error, "e"))
  end })
end
collectgarbage()
collectgarbage()
flush()
do
  setmetatable({}, { __gc = function()
    log[#log + 1] = tostring(coroutine.isyieldable()) .. select(2, pcall(coroutine.yield)):sub(1, 16)
  end })
end
collectgarbage()
flush()
-- closures and upvalues in finalizers
do local n = 0 for i = 1, 3 do setmetatable({}, { __gc = function() n = n + i log[#log + 1] = n end }) end end
collectgarbage()
flush()
print(select("#", collectgarbage())) print(collectgarbage("count") > 0)
-- many of them
local cnt = 0
for i = 1, 5000 do setmetatable({}, { __gc = function() cnt = cnt + 1 end }) end
collectgarbage()
collectgarbage()
print(cnt)
print(getmetatable(setmetatable({}, { __gc = true })).__gc)
-- stress: no: the order and the time of finalizers of what dies at once
