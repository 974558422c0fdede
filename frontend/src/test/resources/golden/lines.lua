local a = b
    .c
    + d
    * e
local t = {
    f,
    g(
        1
    ),
    x =
        h.i,
}
a
    .b
    .c = d
    .e
local s = a
    ..
    b
    .. c
if a
    < b
then
    f()
end
for i = 1,
    10
do
    f(i)
end
for k
    in
    pairs
    (t)
do
end
function
    t.f
    ()
end
return f
    (
        a
    )
