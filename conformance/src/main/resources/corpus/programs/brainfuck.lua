-- a compiler from Brainfuck to Lua text
local function compile(src)
  local out, depth = { "local put, get = ... local m, p = setmetatable({}, { __index = function() return 0 end }), 1" }, 0
  local i = 1
  while i <= #src do
    local c = src:sub(i, i)
    if c == "+" or c == "-" then
      local run = src:match("^[+-]+", i)
      local n = select(2, run:gsub("%+", "")) - select(2, run:gsub("%-", ""))
      out[#out + 1] = ("m[p] = (m[p] + %d) & 255"):format(n)
      i = i + #run
    elseif c == ">" or c == "<" then
      local run = src:match("^[<>]+", i)
      out[#out + 1] = ("p = p + %d"):format(select(2, run:gsub(">", "")) - select(2, run:gsub("<", "")))
      i = i + #run
    else
      if c == "." then out[#out + 1] = "put(m[p])"
      elseif c == "," then out[#out + 1] = "m[p] = get()"
      elseif c == "[" then depth = depth + 1 out[#out + 1] = "while m[p] ~= 0 do"
      elseif c == "]" then
        depth = depth - 1
        if depth < 0 then return nil, "unmatched ]" end
        out[#out + 1] = "end"
      end
      i = i + 1
    end
  end
  if depth ~= 0 then return nil, "unmatched [" end
  return load(table.concat(out, "\n"), "=bf", "t", { setmetatable = setmetatable })
end
local function run(src, input)
  local f, e = compile(src)
  if not f then return e end
  local out, pos = {}, 0
  f(function(v) out[#out + 1] = string.char(v) end, function() pos = pos + 1 return (input or ""):byte(pos) or 0 end)
  return table.concat(out)
end
io.write(run "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.")
print(run(",[.,]", "echo"), run(">,[>,]<[.<]", "reverse"), run("[", ""), run("]"), run("+++++[>+++++++>++<<-]>.>.") == "#\n")
local squares = "++++[>+++++<-]>[<+++++>-]+<+[>[>+>+<<-]++>>[<<+>>-]>>>[-]++>[-]+>>>+[[-]++++++>>>]<<<[[<++++++++<++>>-]+<.<[>----<-]<]<<[>>>>>[>>>[-]+++++++++<[>-<-]+++++++++>[-[<->-]+[<<<]]<[>+<-]>]<<-]<<-]"
print((run(squares):gsub("\n", " ")))
