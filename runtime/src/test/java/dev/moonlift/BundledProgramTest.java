package dev.moonlift;

import static dev.moonlift.MemoryUnit.MiB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.moonlift.runtime.engine.EngineChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that come with their compiled code. */
@Timeout(60)
class BundledProgramTest {
    private static final String TEXT = """
            local function add(a, b) return a + b end
            local s = 0
            for i = 1, 30000 do s = add(s, i % 7) end
            return s + ...
            """;

    private static final Source SOURCE = Source.of("add.lua", TEXT);

    @TempDir
    private Path folder;

    private final CodeCache cache = CodeCache.builder().build();

    private SandboxBuilder builder(String engine) {
        return Sandbox.builder().memory(4, MiB).engine(engine).optimization(2).codeCache(cache);
    }

    private Source bundle(String engine) throws IOException {
        Path file = folder.resolve("add.mlb");
        try (Sandbox sandbox = builder(engine)
                .codeCache(CodeCache.builder().build())
                .training()
                .build()) {
            sandbox.load(SOURCE).call(0);
            assertThat(sandbox.writeBundle(SOURCE, file)).isPositive();
        }
        return Source.bundle(file);
    }

    private static long expected(long start) {
        for (int i = 1; i <= 30_000; i++) {
            start += i % 7;
        }
        return start;
    }

    private static void assumeThereIs(String engine) {
        EngineChoice choice = EngineChoice.of(engine);
        assumeThat(choice.kernel() == null || choice.kernel().await()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chicory", "wasmtime"})
    void beginWithTheirCodeInPlace(String engine) throws IOException {
        assumeThereIs(engine);
        Source bundle = bundle(engine);
        assertThat(bundle.name()).isEqualTo("add.lua");
        assertThat(bundle.memory()).hasValue(4 << 20);
        long fuel;
        try (Sandbox sandbox = builder(engine).build()) {
            LuaFunction program = sandbox.load(bundle);
            assertThat(cache.statistics().loaded()).isPositive();
            assertThat(cache.list().toString()).contains("main chunk (add.lua)", "(add.lua:1)");
            assertThat(program.call(10)).isEqualTo(expected(10));
            assertThat(cache.statistics().compilations()).isZero();
            assertThat(cache.statistics().misses()).isEqualTo(cache.statistics().loaded());
            assertThat(sandbox.statistics().engine()).isEqualTo(engine);
            assertThat(program.call(0.5)).isEqualTo(expected(0) + 0.5);
            fuel = sandbox.statistics().fuelUsed();
        }
        try (Sandbox sandbox = builder(engine).optimization(0).build()) {
            LuaFunction program = sandbox.load(SOURCE);
            program.call(10);
            program.call(0.5);
            assertThat(sandbox.statistics().fuelUsed()).isEqualTo(fuel);
        }
    }

    @Test
    void areInterpretedWithoutOptimization() throws IOException {
        Source bundle = bundle("chicory");
        try (Sandbox sandbox = builder("chicory").optimization(0).build()) {
            assertThat(sandbox.load(bundle).call(1)).isEqualTo(expected(1));
        }
        assertThat(cache.statistics().misses()).isZero();
    }

    @Test
    void theirCodeIsLeftOutWhereItDoesNotFit() throws IOException {
        Source bundle = bundle("chicory");
        try (Sandbox other = builder("chicory").memory(32, MiB).build();
                Sandbox second = builder("chicory").build()) {
            assertThat(other.load(bundle).call(1)).isEqualTo(expected(1));
            second.load(Source.of("first.lua", "return 'a', 'b', {}"));
            assertThat(second.load(bundle).call(1)).isEqualTo(expected(1));
        }
        assertThat(cache.statistics().loaded()).isZero();
    }

    @Test
    void codeForWhatIsLoadedLaterIsPutInPlaceThen() throws IOException {
        Files.writeString(folder.resolve("part.lua"), TEXT);
        Path file = folder.resolve("main.mlb");
        String text = """
                local part, wait = loadfile('part.lua'), ...
                local sum = part(0)
                wait()
                return sum + part(1)
                """;
        Source source = Source.of("main.lua", text);
        try (Sandbox sandbox = builder("chicory")
                .moduleFolder(folder)
                .codeCache(CodeCache.builder().build())
                .training()
                .build()) {
            sandbox.load(source).call(HostFunction.of(() -> true));
            assertThat(sandbox.writeBundle(source, file)).isPositive();
        }
        try (Sandbox sandbox = builder("chicory").moduleFolder(folder).build()) {
            LuaFunction program = sandbox.load(Source.bundle(file));
            long ofMain = cache.statistics().loaded();
            long inPlace = sandbox.compilation().functions();
            // The engine makes the code ready in the background, however long that takes it.
            HostFunction waitForCode = HostFunction.of(() -> {
                while (cache.statistics().loaded() == ofMain) {
                    Thread.onSpinWait();
                }
                return true;
            });
            assertThat(program.call(waitForCode)).isEqualTo(2 * expected(0) + 1);
            assertThat(sandbox.compilation().functions()).isGreaterThan(inPlace);
            assertThat(cache.statistics().compilations()).isZero();
        }
    }

    @Test
    void canBeLoadedWhileTheSandboxRuns() throws IOException {
        Source bundle = bundle("chicory");
        try (Sandbox sandbox = builder("chicory").build()) {
            HostFunction load = arguments -> sandbox.load(bundle);
            assertThat(sandbox.load(Source.of("a.lua", "return (...)()(5)")).call(load))
                    .isEqualTo(expected(5));
        }
    }

    @Test
    void canBeMadeReadyBeforehand() throws IOException {
        Source bundle = bundle("chicory");
        SandboxBuilder builder = builder("chicory");
        builder.prewarm(bundle);
        CodeCache.Statistics before = cache.statistics();
        assertThat(before.loaded()).isPositive();
        try (Sandbox sandbox = builder.build()) {
            assertThat(sandbox.load(bundle).call(1)).isEqualTo(expected(1));
        }
        assertThat(cache.statistics().misses()).isEqualTo(before.misses());
        assertThat(cache.statistics().hits()).isEqualTo(before.hits() + before.loaded());
    }

    @Test
    void canBeWrittenAgainByThoseWhoRunThem() throws IOException {
        Source bundle = bundle("chicory");
        Path again = folder.resolve("again.mlb");
        try (Sandbox sandbox = builder("chicory").build()) {
            sandbox.load(bundle).call(1);
            sandbox.writeBundle(bundle, again);
        }
        CodeCache.Statistics before = cache.statistics();
        try (Sandbox sandbox = builder("chicory").build()) {
            assertThat(sandbox.load(Source.bundle(again)).call(1)).isEqualTo(expected(1));
        }
        assertThat(cache.statistics().hits()).isEqualTo(before.hits() + before.loaded());
        assertThat(cache.statistics().misses()).isEqualTo(before.misses());
    }

    @Test
    void canBeDamaged() throws IOException {
        bundle("chicory");
        Path file = folder.resolve("add.mlb");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2]++;
        Files.write(file, bytes);
        assertThat(Source.isBundle(file)).isTrue();
        assertThatThrownBy(() -> Source.bundle(file))
                .isInstanceOf(InvalidBundleException.class)
                .hasMessage(file + " cannot be used as a bundle: it is damaged: its checksum is wrong");
        Path text = Files.writeString(folder.resolve("a.lua"), TEXT);
        assertThat(Source.isBundle(text)).isFalse();
        assertThatThrownBy(() -> Source.bundle(text)).hasMessageEndingWith("it is not a bundle");
        assertThatThrownBy(() -> Source.bundle(folder.resolve("none"))).isInstanceOf(IOException.class);
    }
}
