-- there is one locale
print(os.setlocale(), os.setlocale(nil), os.setlocale(nil, "numeric"))
print(os.setlocale("C"), os.setlocale("C", "all"), os.setlocale("POSIX", "time"))
print(os.setlocale("no such locale"), os.setlocale("xx_XX", "collate"))
for _, c in ipairs { "all", "collate", "ctype", "monetary", "numeric", "time" } do assert(os.setlocale("C", c) == "C") end
print(pcall(os.setlocale, "C", "colour"))
print(pcall(os.setlocale, {}))
