local function resource(name)
    local outer <close> = open(name)
    do
        local inner <close> = open()
        if inner then return inner end
    end
    for line in lines() do
        if line then goto next end
        f(line)
        ::next::
    end
    return g(outer)
end
