-- expect: error thread value
error(coroutine.create(print))
