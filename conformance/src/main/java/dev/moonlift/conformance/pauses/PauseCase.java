package dev.moonlift.conformance.pauses;

/**
 * A guest that is hard on the collector in one way.
 *
 * @param mutate Lua statements, run over and over while the collector works; a slice allocates some kilobytes
 * @param prepare Lua statements that define what these use
 */
record PauseCase(String name, String prepare, String mutate) {
    /** Records that refer to each other, and are replaced. */
    static final PauseCase RECORDS = new PauseCase("records", "", """
            for i = 1, 60 do
              local a, b = random(#records), random(#records)
              records[a].link = records[b]
              if i % 4 == 0 then records[a] = record(b) end
              local garbage = {a, b, name = "garbage " .. i}
            end
            """);

    /** A cache of a million entries, which all die in each cycle. */
    static final PauseCase WEAK_VALUES =
            new PauseCase("a million dying weak values", "local cache, n = setmetatable({}, {__mode = 'v'}), 0", """
            for i = 1, 100 do
              n = n % 1000000 + 1
              cache[n] = {n}
            end
            """);

    static final PauseCase WEAK_KEYS =
            new PauseCase("a million dying weak keys", "local notes, n = setmetatable({}, {__mode = 'k'}), 0", """
            for i = 1, 100 do
              n = n + 1
              if n % 1000000 == 0 then notes = setmetatable({}, {__mode = 'k'}) end
              notes[{}] = {n}
            end
            """);

    static final PauseCase FINALIZERS = new PauseCase(
            "a million dying objects with finalizers",
            "local done = 0 local class = {__gc = function() done = done + 1 end}",
            "for i = 1, 100 do setmetatable({i}, class) end");

    /** A recursion that goes on at its end. */
    static final PauseCase DEEP_STACK = new PauseCase("a stack of a million slots", """
            local function deep(n, value)
              if n > 0 then
                local a, b = deep(n - 1, {n}), value
                return a
              end
              while true do
                for i = 1, 100 do value = {value[1]} end
                coroutine.yield()
              end
            end
            local resume = coroutine.wrap(function() return deep(190000, {1}) end)
            """, "resume()");

    static PauseCase[] all() {
        return new PauseCase[] {RECORDS, WEAK_VALUES, WEAK_KEYS, FINALIZERS, DEEP_STACK};
    }

    private static final String PROGRAM = """
            local size, seed = %d << 20, 1
            local function random(n) seed = (seed * 1103515245 + 12345) & 0x7fffffff return (seed >> 8) %% n + 1 end
            local function record(i) return {id = i, name = "record " .. i, link = false, list = {i, i, i}} end
            local records = {}
            keep = records
            while collectgarbage("count") * 1024 < size do
              for i = 1, 1000 do records[#records + 1] = record(#records + 1) end
            end
            %s
            function mutate()
              %s
            end
            """;

    /** A program that makes so much live data and leaves a global function {@code mutate}. */
    String program(int liveMebibytes) {
        return String.format(PROGRAM, liveMebibytes, prepare, mutate);
    }
}
