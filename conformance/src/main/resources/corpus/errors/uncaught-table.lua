print("before")
error({ code = 2 })
