local inf, nan = math.huge, 0 / 0
local function n(x) if x ~= x then return "nan" end return tostring(x) end
print(n(inf), n(-inf), n(inf - inf), n(inf * 0), n(inf / inf), n(0 / 0), n(-(0 / 0)))
print(n(inf + 1), n(inf * -1), n(1 / inf), n(-1 / inf), n(1 / 0), n(-1 / 0), n(1 / -0.0))
print(0.0, -0.0, 0.0 == -0.0, 1 / 0.0 == 1 / -0.0, -0.0 + 0, 0 * -1.0, 0.0 * -1, 0 - 0.0, -0.0 - 0.0)
print(n(inf % 2), n(5 % inf), n(-5 % inf), n(5 % -inf), n(-5 % -inf), n(inf // 1), n(-inf // 1), n(nan // 1))
print(n(0.0 / 0), n(2 ^ inf), n(2 ^ -inf), n(0 ^ 0), n(nan ^ 0), n(1 ^ inf), n((-8) ^ (1 / 3)), n((-2) ^ 3), n((-2) ^ 0.5))
print(0 ^ -1, (-0.0) ^ -1, 0.0 ^ 2, inf ^ 0.5, (-inf) ^ 2, (-inf) ^ 3, 1e200 * 1e200, -1e200 * 1e200)
print(1e308 + 1e308, 1e308 * 10 - 1e308 * 10 ~= 0, 5e-324 / 2, 5e-324 * 0.5, 2^-1074, 2^-1075)
print(0.1 + 0.2, 0.1 + 0.2 == 0.3, 1 - 0.9, 1e16 + 1, 9007199254740992.0 + 1, 1e15 / 3)
print(3 % -2.0, -3 % 2.0, 3.5 % 2, -3.5 % 2, 3.5 % -2, -0.0 % 1, 0.0 % -1, 5.0 % 5, -5.0 % 5)
print(3.7 // 1, -3.7 // 1, 3.7 // -1, 0.0 // 1, -0.0 // 1, 1 // 0.3, 6 // 0.1, 1e308 // 1e-308)
local keys = {}
print(pcall(function() keys[nan] = 1 end))
print(keys[nan], rawget(keys, nan), pcall(rawset, keys, nan, 1))
keys[inf], keys[-inf], keys[-0.0] = "inf", "-inf", "zero"
print(keys[math.huge], keys[-math.huge], keys[0], keys[0.0], next({ [-0.0] = 1 }))
print(math.max(1, inf), math.min(-inf, 1), math.max(2, 2.0), math.max(2.0, 2), math.min(1, 1.0))
print(math.floor(-0.5), math.ceil(-0.5), math.floor(2.5), math.ceil(2.5), math.floor(1e300), math.type(math.floor(1e300)))
print(math.abs(-0.0), math.abs(-inf), math.sqrt(-0.0), n(math.sqrt(-1)), n(math.log(-1)), math.log(0), math.exp(-inf), math.exp(1000))
print(-nan ~= -nan, nan == nan, not (nan > nan), (nan ~= nan) == true)
local t = { 3, nan, 1 }
print(#t, t[2] ~= t[2])
