-- expect: error nil
error()
