-- find, match, gmatch and gsub with patterns: counting words, parsing lines, substituting
local N = tonumber((...)) or 6000

local TEXT = [[
It was in the year 1847, on the 3rd of March, that we first put to sea; the ship (the "Halcyon", 412 tons)
carried tea = 120, coffee = 75 and sugar = 3300. We had <b>forty</b> hands, <i>two</i> mates, and one cook:
name=Jonas; age=61; home=Whitby. "There is," he said, "no wind -- none at all!"   And so we waited, 17 days.
]]

local function run(n)
  local words, longest, numbers, pairsum, quoted, tags, replaced = 0, 0, 0, 0, 0, 0, 0
  for i = 1, n do
    local text = TEXT .. i
    for w in text:gmatch("%a+") do
      words = words + 1
      if #w > longest then longest = #w end
    end
    for d in text:gmatch("%d+") do numbers = numbers + d % 100 end
    for k, v in text:gmatch("(%w+)%s*=%s*(%d+)") do pairsum = pairsum + #k + v end
    for q in text:gmatch('"([^"]*)"') do quoted = quoted + #q end
    for tag, body in text:gmatch("<(%a)>(.-)</%1>") do tags = tags + #tag + #body end
    local s, count = text:gsub("(%a)(%a*)", function(a, b) return a:upper() .. b end)
    replaced = replaced + count + #s
    s, count = text:gsub("%s+", " ")
    replaced = replaced + count + #s
    s, count = s:gsub("the", { the = "THE" })
    replaced = replaced + count
    if s:find("%f[%w]cook%f[%W]") then replaced = replaced + 1 end
    if s:match("^%s*(.-)%s*$") == s then replaced = replaced + 1 end
  end
  return words, longest, numbers, pairsum, quoted, tags, replaced
end

print(string.format("patterns %d %d %d %d %d %d %d", run(N)))
