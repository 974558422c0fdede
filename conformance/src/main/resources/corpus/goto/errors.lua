for _, s in ipairs {
  "goto x", "goto x do ::x:: end", "do ::x:: end goto x", "::x:: ::x::", "::x:: do ::x:: end", "do ::x:: end ::x::", "goto x; local a; ::x:: print(a)",
  "goto x; local a; ::x::", "goto x; local a; ::x:: ;", "goto x; local a; ::x:: ::y::", "do goto x; local a; ::x:: end", "repeat goto x; local a; ::x:: until a", "repeat goto x; local a; ::x:: until true",
  "repeat if f then goto c end local a = 1 ::c:: until a", "break", "do break end", "if x then break end", "function f() break end", "while x do function f() break end end",
  "while true do break end", "repeat break until x", "for i = 1, 2 do break print(1) end", "for i = 1, 2 do do break end end", "function f() goto x end ::x::", "::x:: function f() goto x end",
  "goto 1", "goto", "::1::", "::x", ":: x ::", "::x::::y::", "goto continue", "for i = 1, 2 do goto continue local x ::continue:: end", "for i = 1, 2 do goto continue local x ::continue:: print(x) end",
  "::a:: goto a", "local x ::a:: local y goto a", "goto f; local function f() end ::f:: return 1", "do local a <close> = nil goto e end ::e::", "goto e; local a <const> = 1; ::e:: return a", "return 1 ::x::", "::x:: return 1", "if x then ::a:: elseif y then ::a:: else ::a:: end",
} do
  local f, m = load(s, "=g")
  print(f and "ok " or "err", s, m)
end
print(load("\n\ngoto nowhere\n\n", "=lines"))
print(load("\n::dup::\n\n::dup::", "=lines"))
print(load("\n\nbreak\n", "=lines"))
print(load("goto l1\nlocal aa\n::l1::\nprint(3)", "=lines"))
