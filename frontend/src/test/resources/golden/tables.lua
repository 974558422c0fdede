local t = {}
t = {1, 2, 3; x = 1, ["y"] = 2, [10] = 3, [t] = t, "last"}
t = {f()}
t = {f(), (f())}
t = {x = {y = {}}, ...}
t.a.b.c = t[1][255][256][-1]
t["key"], t[1], t[t], t[1.5] = nil, "one", 2, t
t.a_name_that_is_longer_than_forty_characters_is_no_short_string = 1
global.field.method(global)
return #t, {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
    31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52
}
