local K = {}
do -- the first 32 bits of the fractional parts of the cube roots of the first 64 primes
  local n, p = 0, 2
  while n < 64 do
    local prime = true
    for d = 2, p - 1 do
      if d * d > p then break end
      if p % d == 0 then prime = false break end
    end
    if prime then
      n = n + 1
      local lo, hi = 0, 1 << 35
      while hi - lo > 1 do -- the integer cube root of p * 2^96, by comparison with 128-bit care: (x/2^32)^3 <= p
        local mid = (lo + hi) // 2
        local f = mid / 2.0^32
        if f * f * f <= p then lo = mid else hi = mid end
      end
      K[n] = lo & 0xffffffff
    end
    p = p + 1
  end
end
local function rrot(x, n) return ((x >> n) | (x << (32 - n))) & 0xffffffff end
local function sha256(msg)
  local len = #msg
  msg = msg .. "\128" .. ("\0"):rep((55 - len) % 64) .. string.pack(">I8", len * 8)
  local h = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 }
  for chunk = 1, #msg, 64 do
    local w = { string.unpack((">" .. ("I4"):rep(16)), msg, chunk) }
    for i = 17, 64 do
      local a, b = w[i - 15], w[i - 2]
      local s0 = rrot(a, 7) ~ rrot(a, 18) ~ (a >> 3)
      local s1 = rrot(b, 17) ~ rrot(b, 19) ~ (b >> 10)
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) & 0xffffffff
    end
    local a, b, c, d, e, f, g, hh = table.unpack(h)
    for i = 1, 64 do
      local t1 = hh + (rrot(e, 6) ~ rrot(e, 11) ~ rrot(e, 25)) + ((e & f) ~ (~e & g)) + K[i] + w[i]
      local t2 = (rrot(a, 2) ~ rrot(a, 13) ~ rrot(a, 22)) + ((a & b) ~ (a & c) ~ (b & c))
      a, b, c, d, e, f, g, hh = (t1 + t2) & 0xffffffff, a, b, c, (d + t1) & 0xffffffff, e, f, g
    end
    for i, v in ipairs { a, b, c, d, e, f, g, hh } do h[i] = (h[i] + v) & 0xffffffff end
  end
  return (("%08x"):rep(8)):format(table.unpack(h))
end
print(("%x %x %x"):format(K[1], K[2], K[64]))
print(sha256(""))
print(sha256("abc"))
print(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))
print(sha256(("a"):rep(1000)))
for n = 54, 66 do io.write(sha256(("x"):rep(n)):sub(1, 8), " ") end
print()
