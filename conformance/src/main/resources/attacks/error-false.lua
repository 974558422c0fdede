-- expect: error boolean value
error(false)
