-- remainders by powers of two, in code that is hot: to the sign of zero
local function m2(x) return x % 2.0 end
local function m1(x) return x % 1.0 end
local function m8(x) return x % 8.0 end
local function mb(x) return x % 1048576.0 end
local xs = {0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 0.3, -0.3, 5.5, -5.5, 7.0, -7.0, 8.0, -8.0, 1e-300, -1e-300, 1e300, -1e300, 2^53, -2^53, 2^53+2, 1/0, -1/0, 0/0, 4.9e-324, -4.9e-324, 1.9999999999999998, -1.9999999999999998, 123456789.123, -123456789.123, 3e15+0.5, -3e15-0.5}
for round = 1, 300 do
  for _, x in ipairs(xs) do
    local a,b,c,d = m2(x), m1(x), m8(x), mb(x)
    if round == 300 then local function s(v) return v ~= v and "nan" or string.format("%a %s", v, 1/v < 0) end print(s(a), s(b), s(c), s(d)) end
  end
end
