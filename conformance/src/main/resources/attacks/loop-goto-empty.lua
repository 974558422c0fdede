-- expect: fuel
-- fuel: 50000000
::a:: goto b
::c:: goto a
::b:: goto c
