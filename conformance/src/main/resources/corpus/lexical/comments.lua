#!/usr/bin/env lua -- a first line that starts with '#' is skipped
-- line comment
print("a") -- trailing
--[[ block ]] print("b") --[==[ other
level ]] still inside ]=] and here
]==] print("c")
--[ not a block
print("d")
--[=not a block either
print("e")
---[[ a line comment that looks like a block
print("f")
--]]
print(--[[inline]]"g"--[[again]],--[=[x]=]"h")
local x = 10 --[[
]] - 3
print(x)
local t = { 1, --[[two]] 2; 3, --[=[ ]] ]=] 4, }
print(#t, t[4])
--
--
print(debug.getinfo(1, "l").currentline)
--[[
many
lines
]]
print(debug.getinfo(1, "l").currentline)
local s = [[
-- not a comment
--[[ not one either ]]
print(s)
print((load("--\nreturn 1"))())
print((load("--[[x]]return 2"))())
print((load("return 3--"))())
print((load("return 4--[[ ]]"))())
print(load("--[[ unfinished"))
print(load("--[==[ unfinished ]]"))
print(load("#!shebang in a string\nreturn 1"))
print(load("return 1 --\r\n")())
-- the last line has no newline: --