local function esc(s) return (s:gsub("[%c]", function(c) return "\\" .. c:byte() end)) end
print(esc([[plain]]), esc([==[with ]] and ]=] inside]==]))
print(esc([[
first newline skipped]]))
print(esc([[

only the first]]))
print(esc([[no escapes \n \z \x41 \]]))
print(esc([=[]]]=]), esc([==[]=]]==]), esc([[ [[ ]]))
print(#[[]], #[==[]==], #[[
]])
print(esc([[a
b
c]]))
-- line ends are all normalised to "\n"
for _, nl in ipairs { "\n", "\r", "\r\n", "\n\r" } do
  local s = load("return [[x" .. nl .. "y" .. nl .. nl .. "z]]")()
  print(esc(s))
  local s2 = load("return [[" .. nl .. "x]]")()
  print(esc(s2))
end
print(esc(load("return [[\r\rx]]")()), esc(load("return [[\n\nx]]")()), esc(load("return [[\r\n\r\nx]]")()))
-- lines are counted through any line end
for _, nl in ipairs { "\n", "\r", "\r\n", "\n\r" } do
  print(select(2, load("x = 1" .. nl .. "y = 2" .. nl .. nl .. "z = ?", "=n")))
end
print(select(2, load("[[a\nb\nc]] = 1", "=n")))
print(select(2, load("return [==[ abc", "=n")))
print(select(2, load("x =\n [==[ abc\n\n", "=n")))
print(select(2, load("return [=x", "=n")))
print(select(2, load("return [==", "=n")))
print(select(2, load("return [[abc]=]", "=n")))
local zero = load("return [[a\0b\0]]")()
print(#zero, zero:byte(1, -1))
print(load("return '" .. ("x"):rep(1000) .. "'")() == ("x"):rep(1000))
print(([[method]]):upper(), #[[len]], [[a]] .. [[b]])
local t = { [ [[key]] ] = 1, [ [==[k2]==] ] = 2 }
print(t.key, t.k2)
print(type [[call]], type [==[call]==])
