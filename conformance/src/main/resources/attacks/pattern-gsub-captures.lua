-- expect: fuel
-- fuel: 10000000
print(pcall(string.gsub, ("ab"):rep(100), "(.-)(.-)(.-)(.-)(.-)(.-)(.-)%1%2%3%4%5%6%7x", ""))
