package dev.moonlift;

import static dev.moonlift.MemoryUnit.MiB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.compilation.CompilationStatistics;
import dev.moonlift.compilation.CompilationStatistics.Exit;
import dev.moonlift.compilation.DumpStage;
import dev.moonlift.compilation.ExitCause;
import dev.moonlift.wasm.module.ModuleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What embedders and operators learn of the compiler of hot code. */
@Timeout(60)
class CompilationReportTest {
    /** Its numbers make each program's code another, so that no test finds that of another in the cache. */
    private static final String KINDS = """
            local function more(x) return x + N end
            local function work(n, x)
              local s = 0
              for i = 1, n do
                local a = i * 3 % N
                local b = (a + i) % 5
                local c = (b + a) % 3
                s = s + more(x) + c
              end
              return s
            end
            for i = 1, 3 do work(10000 + N, 1) end
            for i = 1, 20 do work(10000 + N, 0.5) end
            """;

    @TempDir
    private Path folder;

    private static SandboxBuilder compiling(int level) {
        return Sandbox.builder()
                .memory(4, MiB)
                .engine("chicory")
                .optimization(level)
                .jitCalls(1)
                .jitSamples(2)
                .jitSlice(1000)
                .jitWait(true)
                .jitStrict(true);
    }

    private static String kinds(int number) {
        return KINDS.replace("N", Integer.toString(number));
    }

    private static void run(Sandbox sandbox, String program) {
        sandbox.load(Source.of("prog.lua", program)).call();
    }

    @Test
    void statisticsTellWhatWasCompiledAndWhereItLeft() {
        try (Sandbox sandbox = compiling(3).build()) {
            run(sandbox, kinds(11));
            CompilationStatistics statistics = sandbox.compilation();
            assertThat(statistics.level()).isEqualTo(3);
            assertThat(statistics.compiler()).isEqualTo("chicory");
            assertThat(statistics.functions()).isEqualTo(3);
            assertThat(statistics.functionsInPlace()).isEqualTo(3);
            assertThat(statistics.recompilations()).isPositive().isLessThan(statistics.compilations());
            assertThat(statistics.cacheHits()).isZero();
            assertThat(statistics.cacheMisses()).isEqualTo(statistics.compilations());
            assertThat(statistics.codeBytes()).isGreaterThan(1000);
            assertThat(statistics.medianTime()).isPositive().isLessThan(statistics.time());
            assertThat(statistics.failures()).isZero();
            assertThat(statistics.failed()).isEmpty();
            assertThat(statistics.givenUp()).isEmpty();
            assertThat(statistics.exits())
                    .anySatisfy(exit -> assertThat(exit.function()).isEqualTo("more (prog.lua:1)"))
                    .allSatisfy(exit -> assertThat(exit.line()).isBetween(1, 13));
            assertThat(statistics.exitCount())
                    .isEqualTo(
                            statistics.exits().stream().mapToLong(Exit::count).sum());
        }
    }

    @Test
    void statisticsTellOfCodeThatTheCacheHad() {
        long compiled;
        try (Sandbox sandbox = compiling(3).build()) {
            run(sandbox, kinds(12));
            compiled = sandbox.compilation().cacheMisses();
        }
        try (Sandbox sandbox = compiling(3).build()) {
            run(sandbox, kinds(12));
            assertThat(sandbox.compilation().cacheHits()).isEqualTo(compiled);
            assertThat(sandbox.compilation().cacheHitRate()).isEqualTo(1);
            assertThat(sandbox.compilation().time()).isZero();
        }
    }

    @Test
    void whatIsHotIsCompiledUnlessSomethingElseIsAskedFor() {
        try (Sandbox sandbox = Sandbox.builder()
                .codeCache(CodeCache.builder().build())
                .jitWait(true)
                .build()) {
            run(sandbox, "local n = 0 for i = 1, 200000 do n = n + i % 7 end");
            assertThat(sandbox.compilation().level()).isEqualTo(3);
            assertThat(sandbox.compilation().compilations()).isPositive();
        }
    }

    @Test
    void withoutCompilerThereIsNothingToTell() {
        try (Sandbox sandbox =
                Sandbox.builder().engine("chicory").optimization(0).build()) {
            run(sandbox, "for i = 1, 50000 do end");
            CompilationStatistics statistics = sandbox.compilation();
            assertThat(statistics.level()).isZero();
            assertThat(statistics.compiler()).isEmpty();
            assertThat(statistics.compilations()).isZero();
            assertThat(statistics.exitsByCause())
                    .containsOnlyKeys(ExitCause.values())
                    .allSatisfy((cause, count) -> assertThat(count).isZero());
        }
    }

    @Test
    void theTraceHasALineForEachThing() {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        try (Sandbox sandbox = compiling(3).jitTrace(lines::add).build()) {
            run(sandbox, kinds(13));
        }
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .matches("compiled work \\(prog.lua:2\\) with more \\(prog.lua:1\\): seen running 2 times; "
                                + "level 3, \\d+ instructions, \\d+\\.\\d ms, \\d+ bytes, not cached"))
                .contains("installed more (prog.lua:1)", "installed work (prog.lua:2)")
                .anySatisfy(line -> assertThat(line)
                        .matches("left more \\(prog.lua:1\\) at prog.lua:1 \\(instruction 0\\), "
                                + "expected arguments of the kinds integer; seen once"))
                .anySatisfy(line -> assertThat(line).startsWith("recompiled more (prog.lua:1): left at prog.lua:1 "));
    }

    @Test
    void flightRecordingsHaveTheEvents() throws IOException {
        Path file = folder.resolve("recording.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            try (Sandbox sandbox = compiling(3).build()) {
                run(sandbox, kinds(14));
            }
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(named(events, "dev.moonlift.Compilation")).anySatisfy(event -> {
            assertThat(event.getString("functions")).isEqualTo("work (prog.lua:2), more (prog.lua:1)");
            assertThat(event.getString("reason")).isEqualTo("seen running 2 times");
            assertThat(event.getString("engine")).isEqualTo("chicory");
            assertThat(event.getInt("level")).isEqualTo(3);
            assertThat(event.getInt("bytes")).isPositive();
            assertThat(event.getBoolean("cached")).isFalse();
            assertThat(event.getDuration()).isPositive();
        });
        assertThat(named(events, "dev.moonlift.Exit")).anySatisfy(event -> {
            assertThat(event.getString("function")).isEqualTo("more (prog.lua:1)");
            assertThat(event.getString("source")).isEqualTo("prog.lua");
            assertThat(event.getInt("line")).isEqualTo(1);
            assertThat(event.getString("cause")).isEqualTo("ENTRY");
        });
    }

    private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    @Test
    void whatIsCompiledIsShownAtEachStage() {
        List<String> texts = Collections.synchronizedList(new ArrayList<>());
        try (Sandbox sandbox = compiling(2)
                .jitDump(EnumSet.allOf(DumpStage.class), "more", folder, texts::add)
                .build()) {
            run(sandbox, kinds(15));
        }
        assertThat(texts)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("bytecode of work (prog.lua:2) with more (prog.lua:1)\n")
                        .contains("function more (prog.lua:1)\n", "CALL", "; calls 1 directly, gives integer"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("ir of work (prog.lua:2) with more (prog.lua:1)\n")
                        .contains("func $more_line1_"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("wat of work (prog.lua:2) with more (prog.lua:1)\n(module $work_line2_")
                        .contains(";; prog.lua:1\n", ";; prog.lua:8\n"))
                .noneSatisfy(text -> assertThat(text).contains("of main chunk"));
    }

    @Test
    void modulesNameTheFunctionsThatTheyCameFrom() throws IOException {
        try (Sandbox sandbox = compiling(2)
                .jitDump(EnumSet.of(DumpStage.WASM), "", folder, text -> {})
                .build()) {
            run(sandbox, kinds(16));
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                names.addAll(ModuleReader.read(Files.readAllBytes(file))
                        .names()
                        .functions()
                        .values());
            }
            assertThat(names)
                    .anyMatch(name -> name.matches("work_line2_\\d+"))
                    .anyMatch(name -> name.matches("work_line2_\\d+\\.loop\\d+"))
                    .anyMatch(name -> name.matches("more_line1_\\d+"));
        }
    }

    @Test
    void modulesNeedAFolder() {
        SandboxBuilder builder = compiling(2);
        assertThatThrownBy(() -> builder.jitDump(EnumSet.of(DumpStage.WASM), "", null, text -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void levelsAndThresholdsHaveTheirRanges() {
        SandboxBuilder builder = Sandbox.builder();
        assertThatThrownBy(() -> builder.optimization(4)).hasMessage("optimization level 4 is not between 0 and 3");
        assertThatThrownBy(() -> builder.optimization(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.jitSamples(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.jitCalls(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.jitIterations(1_000_001))
                .hasMessage("iterations before a function is compiled: 1000001 is not between 1 and 1000000");
        assertThatThrownBy(() -> builder.jitSlice(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
