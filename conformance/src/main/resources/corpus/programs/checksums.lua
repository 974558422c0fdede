local function crc32(s)
  local crc = 0xffffffff
  for i = 1, #s do
    crc = crc ~ s:byte(i)
    for _ = 1, 8 do crc = (crc >> 1) ~ (0xedb88320 & -(crc & 1)) end
  end
  return crc ~ 0xffffffff
end
local function adler32(s)
  local a, b = 1, 0
  for i = 1, #s do a = (a + s:byte(i)) % 65521 b = (b + a) % 65521 end
  return b << 16 | a
end
local function fnv1a(s)
  local h = 0xcbf29ce484222325
  for c in s:gmatch "." do h = (h ~ c:byte()) * 0x100000001b3 end
  return h
end
local function murmur(s, seed) -- 32 bit
  local function mul(a, b) return (a * b) & 0xffffffff end
  local function rotl(x, r) return ((x << r) | (x >> (32 - r))) & 0xffffffff end
  local h, n = seed, #s
  for i = 1, n - n % 4, 4 do
    local k = string.unpack("<I4", s, i)
    k = mul(rotl(mul(k, 0xcc9e2d51), 15), 0x1b873593)
    h = (rotl(h ~ k, 13) * 5 + 0xe6546b64) & 0xffffffff
  end
  local tail, k = s:sub(n - n % 4 + 1), 0
  for i = #tail, 1, -1 do k = k << 8 | tail:byte(i) end
  if #tail > 0 then h = h ~ mul(rotl(mul(k, 0xcc9e2d51), 15), 0x1b873593) end
  h = h ~ n
  h = mul(h ~ h >> 16, 0x85ebca6b)
  h = mul(h ~ h >> 13, 0xc2b2ae35)
  return h ~ h >> 16
end
for _, s in ipairs { "", "a", "123456789", "The quick brown fox jumps over the lazy dog", ("\0"):rep(32), ("\255"):rep(33) } do
  print(("%08x %08x %016x %08x"):format(crc32(s), adler32(s), fnv1a(s), murmur(s, 0)))
end
print(("%016x"):format(fnv1a("foobar")), ("%08x"):format(murmur("hello", 42)))
