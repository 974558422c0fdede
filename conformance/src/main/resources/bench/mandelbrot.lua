-- float arithmetic in nested loops, no tables
local N = tonumber((...)) or 950

local function run(n)
  local inside, iterations = 0, 0
  for py = 0, n - 1 do
    local ci = 2 * py / n - 1
    for px = 0, n - 1 do
      local cr = 2 * px / n - 1.5
      local zr, zi, zr2, zi2 = 0.0, 0.0, 0.0, 0.0
      local i = 0
      while i < 50 and zr2 + zi2 <= 4 do
        zi = 2 * zr * zi + ci
        zr = zr2 - zi2 + cr
        zr2 = zr * zr
        zi2 = zi * zi
        i = i + 1
      end
      iterations = iterations + i
      if i == 50 then inside = inside + 1 end
    end
  end
  return inside, iterations
end

print(string.format("mandelbrot %d %d", run(N)))
