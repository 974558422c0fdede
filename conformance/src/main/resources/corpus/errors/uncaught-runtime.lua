local config = { server = {} }
print("before")
print(config.server.address.host)
