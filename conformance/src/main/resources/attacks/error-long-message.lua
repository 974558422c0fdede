-- expect: error xxxx
-- memory: 64MiB
error(("x"):rep(5000000))
