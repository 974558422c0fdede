package dev.moonlift;

import static dev.moonlift.MemoryUnit.MiB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.compilation.CompilationStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a sandbox has of those that ran the same program before. */
@Timeout(60)
class ExperienceTest {
    /**
     * Its function is called with integers, then with floats, and then with tables: three times something is learned.
     */
    private static final String PROGRAM = """
            local zero = setmetatable({}, { __add = function(a, b) return 0 end })
            local function add(a, b) return a + b end
            local function work(n, x)
              local s = 0
              for i = 1, n do s = s + add(x, i % 7) end
              return s
            end
            return work(20000, 1) + work(20000, 0.5) + work(20000, zero)
            """;

    /** Of the program, between two looks at the statistics: several looks of the compiler at the guest. */
    private static final int RUNS = 20;

    private final CodeCache cache = CodeCache.builder().build();

    private Sandbox sandbox() {
        return Sandbox.builder()
                .memory(4, MiB)
                .engine("chicory")
                .optimization(3)
                .jitCalls(1)
                .jitSamples(2)
                .jitSlice(1000)
                .codeCache(cache)
                .build();
    }

    private static Object run(Sandbox sandbox) {
        return sandbox.load(Source.of("prog.lua", PROGRAM)).call();
    }

    /** Runs until nothing was compiled for many runs. */
    private Object learn() throws InterruptedException {
        try (Sandbox sandbox = sandbox()) {
            LuaFunction program = sandbox.load(Source.of("prog.lua", PROGRAM));
            Object result = null;
            long compilations = -1;
            for (int quiet = 0; quiet < 5; quiet++) {
                for (int n = 0; n < RUNS; n++) {
                    result = program.call();
                }
                Thread.sleep(50);
                CompilationStatistics statistics = sandbox.compilation();
                if (statistics.compilations() == 0 || statistics.compilations() != compilations) {
                    quiet = 0;
                }
                compilations = statistics.compilations();
            }
            assertThat(sandbox.compilation().recompilations()).isPositive();
            return result;
        }
    }

    @Test
    void laterSandboxesBeginWithWhatEarlierOnesLearned() throws InterruptedException {
        Object expected = learn();
        Map<String, List<String>> learned = functionsByModule();
        List<String> known = learned.values().stream().flatMap(List::stream).toList();
        assertThat(known).hasSizeGreaterThanOrEqualTo(2);
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox)).isEqualTo(expected);
            assertThat(sandbox.compilation().functionsInPlace()).isGreaterThanOrEqualTo(2);
        }
        // Another function may be compiled, and again, that was not seen running before; and the chunk itself, of which
        // other things are known wherever in it the compiler finds it: it runs once.
        Map<String, List<String>> added = functionsByModule();
        added.keySet().removeAll(learned.keySet());
        List<String> anew = added.values().stream()
                .flatMap(List::stream)
                .filter(function -> !function.startsWith("main chunk"))
                .toList();
        assertThat(anew).doesNotContainAnyElementsOf(known);
    }

    private Map<String, List<String>> functionsByModule() {
        return cache.list().stream().collect(Collectors.toMap(CompiledModule::id, CompiledModule::functions));
    }

    @Test
    void aClearedCacheHasForgottenIt() throws InterruptedException {
        learn();
        cache.clear();
        try (Sandbox sandbox = sandbox()) {
            LuaFunction program = sandbox.load(Source.of("prog.lua", PROGRAM));
            while (sandbox.compilation().compilations() == 0) {
                program.call();
            }
            assertThat(sandbox.compilation().cacheMisses()).isPositive();
        }
    }
}
