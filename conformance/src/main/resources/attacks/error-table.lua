-- expect: error table value
error({})
