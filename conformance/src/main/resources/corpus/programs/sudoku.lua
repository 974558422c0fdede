local function solve(text)
  local b, rows, cols, boxes = {}, {}, {}, {}
  for i = 0, 8 do rows[i], cols[i], boxes[i] = 0, 0, 0 end
  local empty = {}
  local i = 0
  for ch in text:gmatch("[%d.]") do
    local r, c = i // 9, i % 9
    b[i] = 0
    if ch:match("[1-9]") then
      local bit = 1 << tonumber(ch)
      b[i] = tonumber(ch)
      rows[r], cols[c], boxes[r // 3 * 3 + c // 3] = rows[r] | bit, cols[c] | bit, boxes[r // 3 * 3 + c // 3] | bit
    else
      empty[#empty + 1] = i
    end
    i = i + 1
  end
  local nodes = 0
  local function search()
    local best, bestmask, bestn, at
    for k = 1, #empty do
      local e = empty[k]
      if b[e] == 0 then
        local r, c = e // 9, e % 9
        local mask = ~(rows[r] | cols[c] | boxes[r // 3 * 3 + c // 3]) & 0x3fe
        local n, m = 0, mask
        while m ~= 0 do m = m & m - 1 n = n + 1 end
        if not bestn or n < bestn then best, bestmask, bestn = e, mask, n end
        if n <= 1 then break end
      end
    end
    if not best then return true end
    nodes = nodes + 1
    local r, c = best // 9, best % 9
    local x = r // 3 * 3 + c // 3
    for d = 1, 9 do
      local bit = 1 << d
      if bestmask & bit ~= 0 then
        b[best] = d
        rows[r], cols[c], boxes[x] = rows[r] | bit, cols[c] | bit, boxes[x] | bit
        if search() then return true end
        rows[r], cols[c], boxes[x] = rows[r] & ~bit, cols[c] & ~bit, boxes[x] & ~bit
      end
    end
    b[best] = 0
    return false
  end
  if not search() then return "no solution", nodes end
  return table.concat(b, "", 0, 80), nodes
end
print(solve "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79")
print(solve "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..")
print(solve("12345678." .. "........9" .. ("."):rep(63)))
print(solve(("."):rep(81)))
