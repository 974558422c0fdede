-- expect: error attempt to call a nil value
-- all globals are removed; errors and their text need none of them
for k in pairs(_G) do if k ~= "_G" then _G[k] = nil end end
_G = nil
nothing()
