local function bytes(s) return (s:gsub(".", function(c) return ("%02x "):format(c:byte()) end)) end
print(bytes("\a\b\f\n\r\t\v\\\"\'"))
print(bytes('\a\b\f\n\r\t\v\\\"\''))
print(bytes("\0\00\000\0001\9a\65\065\0650\255"))
print(bytes("\x00\x7f\xFF\xaB"))
print(bytes("\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"))
print(bytes("\u{110000}\u{1FFFFF}\u{200000}\u{3FFFFFF}\u{4000000}\u{7FFFFFFF}"))
print(bytes("\u{0000000041}"))
print(bytes("a\
b"))
print(bytes("a\z
             b\z c\z	d"))
print(bytes("\z"), #"\z   ", #"a\z


b")
print("it's", 'say "x"', "\"", '\'')
print("tab\tend", #"tab\tend")
print("\065\10\066")
print(#"\u{20AC}", "\u{20AC}", "\xe2\x82\xac" == "\u{20AC}")
for _, s in ipairs {
  [["\q"]], [["\x"]], [["\x1"]], [["\xg1"]], [["\x1g"]], [["\256"]], [["\999"]], [["\u"]], [["\u{"]],
  [["\u{}"]], [["\u{80000000}"]], [["\u{FFFFFFFFFF}"]], [["\u{12"]], [["\u{xyz}"]], [["\u41"]],
  [["abc]], [['abc]], "\"abc\ndef\"", [["abc\]], [["\]], [["\300 after"]], "'\\\n", [["\z]], [["\400x"]],
} do
  print((load("return " .. s, "=s")), select(2, load("return " .. s, "=s")))
end
print(load('return "a\\\r\nb"')() == "a\nb", load('return "a\\\n\rb"')() == "a\nb", load('return "a\\\rb"')() == "a\nb")
