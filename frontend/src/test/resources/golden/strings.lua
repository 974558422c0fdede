local escapes = "\a\b\f\n\r\t\v\\\"\'\65\x41\u{48}\u{20AC}\u{7FFFFFFF}\z
                 joined\
line"
local long = [==[
first
]]second]==]
local joined = escapes .. long .. 1 .. 2.5 .. (escapes .. "x")
local method = ("x"):rep(3)
return joined, escapes == "s", escapes .. -1
