local ok = setmetatable({}, { __close = function(o, e) io.write("close(", tostring(e), ") ") end })
local function run(code)
  local f, m = load(code, "=t", "t", setmetatable({ ok = ok }, { __index = _G }))
  if not f then print("syntax", m) else print(pcall(f)) end
end
run "local x <close> = ok return 1" run "local x <close> = ok; local y <close> = ok return 1, 2"
run "do local x <close> = ok end return 'after'" run "local x <close>" run "local x <close> = ok, 5 return x ~= nil"
run "local x <close>, y = ok, 2 return y" run "local y, x <close> = 2, ok return y"
run "local x <close>, y <close> = ok, ok" run "local x <close> = nil x = 1"
run "local x <close> = ok goto e ::e:: return 1" run "goto e local x <close> = ok ::e::"
run "goto e local x <close> = ok ::e:: x = x" run "for i = 1, 2 do local x <close> = ok end"
run "while true do local x <close> = ok break end" run "repeat local x <close> = ok until x"
run "repeat local x <close> = ok until true" run "if true then local x <close> = ok end"
run "local function f() local x <close> = ok return x end return f() == ok"
run "local x <close> = ok return (function() return x == ok end)()" run "local x <close> = ok error('E')"
run "local x <close> = ok error()" run "local x <close> = ok error(nil)" run "local x <close> = ok local y = nil + 1"
run "local x <close> = 42" run "local nm <close> = {} return 1"
run "local x <close> = ok; (function() error('inner', 0) end)()"
run "return (function(...) local x <close> = ok return select('#', ...) end)(1, nil, nil)"
run "local x <close> = ok do local x <close> = ok do local x <close> = ok return 'nest' end end"
run "local t = {} for i = 1, 3 do local x <close> = ok t[i] = function() return x, i end end return select(2, t[1]()), select(2, t[3]())"
run "local x <close> = setmetatable({}, {__close = function(o, e) return 'discard' end}) return 'kept'"
run "local x <close> = setmetatable({}, {__close = 'notfn'}) return 1"
run "local x <close> = setmetatable({}, {__close = setmetatable({}, {__call = function(self, o, e) io.write('callable ') end})}) return 1"
run "local x <close> = setmetatable({}, {__close = function() error('in close') end}) return 1"
run "local x <close> = coroutine.create(print)" run "local x <close> = print"
