package dev.moonlift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.moonlift.runtime.engine.EngineChoice;
import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.jit.JitOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The cache of compiled code, as those who embed see it. */
@Timeout(60)
class CodeCacheTest {
    private static final String PROGRAM = "local s = 0 for i = 1, 20000 do s = s + i %% %d end return s";

    private final CodeCache cache = CodeCache.builder().build();

    private static Sandbox eager(CodeCache cache, String engine) {
        KernelPlacement placement = new KernelPlacement(
                EngineChoice.of(engine).kernel(),
                false,
                KernelPlacement.Start.AT_ONCE,
                JitOptions.eager(1000),
                cache.modules());
        return Sandbox.builder().placement(placement).build();
    }

    private static Object run(Sandbox sandbox, int modulus) {
        return sandbox.load(Source.of("sum.lua", PROGRAM.formatted(modulus))).call();
    }

    private static long sum(int modulus) {
        long sum = 0;
        for (int i = 1; i <= 20_000; i++) {
            sum += i % modulus;
        }
        return sum;
    }

    @Test
    void listsWhatWasCompiled() {
        Instant before = Instant.now();
        for (int i = 0; i < 2; i++) {
            try (Sandbox sandbox = eager(cache, "chicory")) {
                assertThat(run(sandbox, 7)).isEqualTo(sum(7));
            }
        }
        CompiledModule module = cache.list().get(0);
        assertThat(module.functions()).containsExactly("main chunk (sum.lua)");
        assertThat(module.id()).matches("[0-9a-f]{64}");
        assertThat(module.engine()).isEqualTo("chicory");
        assertThat(module.level()).isEqualTo(3);
        assertThat(module.compiledAt()).isBetween(before, Instant.now());
        assertThat(module.compileTime()).isBetween(Duration.ofNanos(1), Duration.between(before, Instant.now()));
        assertThat(module.instructions()).isBetween(5, 20);
        assertThat(module.module()).startsWith(0, 'a', 's', 'm', 1, 0, 0, 0).hasSize(module.bytes());
        assertThat(module.uses()).isEqualTo(2);
        assertThat(module.wat()).contains("(module", "(import \"moonlift\" \"memory\"", "i64.rem_s");
        assertThat(module.ir()).hasValueSatisfying(ir -> assertThat(ir).contains("i64.rem_s"));
        assertThat(cache.list()).doesNotHaveDuplicates();
    }

    @Test
    void tellsFigures() {
        assertThat(cache.statistics()).isEqualTo(new CodeCache.Statistics(0, 0, 0, 0, 0, 0, 0, 0, Duration.ZERO));
        assertThat(cache.statistics().hitRate()).isZero();
        for (int i = 0; i < 4; i++) {
            try (Sandbox sandbox = eager(cache, "chicory")) {
                run(sandbox, 7);
            }
        }
        CodeCache.Statistics statistics = cache.statistics();
        assertThat(statistics.compilations()).isEqualTo(statistics.misses()).isEqualTo(statistics.modules());
        assertThat(statistics.hits()).isEqualTo(3 * statistics.misses());
        assertThat(statistics.hitRate()).isEqualTo(0.75);
        assertThat(statistics.bytes())
                .isEqualTo(
                        cache.list().stream().mapToLong(CompiledModule::bytes).sum());
        assertThat(statistics.compileTime()).isPositive();
        cache.clear();
        assertThat(cache.list()).isEmpty();
        assertThat(cache.statistics().bytes()).isZero();
    }

    @Test
    void hasLimits() {
        CodeCache small = CodeCache.builder().modules(2).bytes(1 << 20).build();
        for (int modulus = 3; modulus < 8; modulus++) {
            try (Sandbox sandbox = eager(small, "chicory")) {
                assertThat(run(sandbox, modulus)).isEqualTo(sum(modulus));
            }
        }
        assertThat(small.statistics().modules()).isEqualTo(2);
        assertThat(small.statistics().evictions()).isEqualTo(small.statistics().compilations() - 2);
        CodeCache one = CodeCache.builder().bytes(1).build();
        try (Sandbox sandbox = eager(one, "chicory")) {
            run(sandbox, 3);
        }
        assertThat(one.statistics().modules()).isEqualTo(1);
        assertThatThrownBy(() -> CodeCache.builder().modules(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CodeCache.builder().bytes(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBuilderOfSandboxesTakesOne() {
        try (Sandbox sandbox = Sandbox.builder()
                .engine("chicory")
                .optimization(2)
                .codeCache(cache)
                .timeout(Duration.ofSeconds(50))
                .build()) {
            LuaFunction program = sandbox.load(Source.of("sum.lua", PROGRAM.formatted(13)));
            while (cache.statistics().modules() == 0) {
                assertThat(program.call()).isEqualTo(sum(13));
            }
        }
        assertThat(CodeCache.shared().list())
                .noneMatch(module -> module.id().equals(cache.list().get(0).id()));
    }

    @Test
    void manyThreadsUseOne() throws InterruptedException {
        CodeCache small = CodeCache.builder().modules(3).build();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int first = t;
            threads.add(new Thread(() -> {
                for (int i = 0; i < 12; i++) {
                    int modulus = 3 + (first + i) % 5;
                    try (Sandbox sandbox = eager(small, "chicory")) {
                        assertThat(run(sandbox, modulus)).isEqualTo(sum(modulus));
                        small.list().forEach(CompiledModule::wat);
                    }
                    if (i == 6) {
                        small.clear();
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.setUncaughtExceptionHandler((t, failure) -> failures.add(failure));
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertThat(small.statistics().modules()).isBetween(1, 3);
        assertThat(small.statistics().bytes())
                .isEqualTo(
                        small.list().stream().mapToLong(CompiledModule::bytes).sum());
    }

    /** Pieces of memory of this process that hold machine code and come from no file: code of modules, but not only. */
    private static long mappings() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.filter(line -> line.contains(" r-xp ") && line.endsWith(" 0 "))
                    .count();
        }
    }

    @Test
    void machineCodeIsUnmappedWhenTheLastSandboxThatHasItIsClosed() throws IOException {
        assumeThat(EngineChoice.of("wasmtime").kernel().await()).isTrue();
        assumeThat(Path.of("/proc/self/maps")).exists();
        int programs = 40;
        Sandbox[] sandboxes = {eager(cache, "wasmtime"), eager(cache, "wasmtime")};
        long before = mappings();
        for (int modulus = 3; modulus < 3 + programs; modulus++) {
            for (Sandbox sandbox : sandboxes) {
                assertThat(run(sandbox, modulus)).isEqualTo(sum(modulus));
            }
        }
        assertThat(cache.statistics().hits()).isGreaterThanOrEqualTo(programs);
        assertThat(mappings() - before).isGreaterThan(programs / 2);
        cache.clear();
        sandboxes[0].close();
        assertThat(mappings() - before).isGreaterThan(programs / 2);
        sandboxes[1].close();
        assertThat(mappings() - before).isLessThan(programs / 4);
    }
}
