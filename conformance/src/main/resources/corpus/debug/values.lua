-- user values: files have none; upvalues of library functions have an identity
print(debug.getuservalue(io.stdout), debug.getuservalue(io.stdout, 2), debug.getuservalue({}), debug.getuservalue(1))
print(debug.setuservalue(io.stdout, 1), debug.setuservalue(io.stdout, nil, 3))
print(pcall(debug.setuservalue, {}, 1))
print(pcall(debug.setuservalue, io.stdout))
local g = string.gmatch("x", "x")
print(debug.upvalueid(g, 1) ~= nil, debug.upvalueid(g, 1) == debug.upvalueid(g, 1),
  debug.upvalueid(g, 1) == debug.upvalueid(string.gmatch("x", "x"), 1), type(debug.upvalueid(g, 1)))
print(debug.upvalueid(g, 100), debug.upvalueid(g, 0), debug.upvalueid(print, 1))
print(pcall(debug.setuservalue, debug.upvalueid(g, 1), 1))
