package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.compilation.CompilationStatistics;
import dev.moonlift.compilation.CompilationStatistics.Failure;
import dev.moonlift.compilation.ExitCause;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.jit.JitListener.Code;
import dev.moonlift.runtime.jit.JitListener.Exit;
import dev.moonlift.runtime.jit.JitListener.Job;
import dev.moonlift.runtime.jit.flight.FlightEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those make of it who are told what the compiler does. */
class JitListenersTest {
    private static final Job FIRST =
            new Job(List.of("f (a:1)", "g (a:9)"), "seen running once", 3, 20, false, "wasmtime");
    private static final Job AGAIN = new Job(List.of("f (a:1)"), "left", 3, 10, true, "wasmtime");
    private static final Exit EXIT = new Exit("f (a:1)", "a", 2, 7, ExitCause.CALLEE, "a call of g");

    @TempDir
    private Path folder;

    private static void tell(JitListener listener) {
        listener.compiling(FIRST);
        listener.compiled(FIRST, new Code(100, 3_000_000, false));
        listener.installed("f (a:1)", true);
        listener.installed("g (a:9)", true);
        listener.left(EXIT, 1);
        listener.left(EXIT, 2);
        listener.left(EXIT, 3);
        listener.compiled(AGAIN, new Code(50, 0, true));
        listener.installed("f (a:1)", false);
        listener.compiling(AGAIN);
        listener.failed(AGAIN, new EngineException("no such instruction"));
        listener.compiling(FIRST);
        listener.failed(FIRST, new CodeRefusal("too long"));
        listener.givenUp("f (a:1)", "compiled 8 times");
    }

    @Test
    void statisticsCount() {
        JitStatistics counter = new JitStatistics(3);
        tell(counter);
        CompilationStatistics statistics = counter.snapshot(1);
        assertThat(statistics.functions()).isEqualTo(2);
        assertThat(statistics.functionsInPlace()).isEqualTo(1);
        assertThat(statistics.compilations()).isEqualTo(2);
        assertThat(statistics.recompilations()).isEqualTo(1);
        assertThat(statistics.cacheHits()).isEqualTo(1);
        assertThat(statistics.cacheMisses()).isEqualTo(3);
        assertThat(statistics.cacheHitRate()).isEqualTo(0.25);
        assertThat(statistics.codeBytes()).isEqualTo(150);
        assertThat(statistics.time()).isEqualTo(Duration.ofMillis(3));
        assertThat(statistics.failed())
                .containsExactly(
                        new Failure("f (a:1)", "no such instruction", false), new Failure("f (a:1)", "too long", true));
        assertThat(statistics.givenUp()).containsExactly("f (a:1)");
        assertThat(statistics.exits())
                .containsExactly(new CompilationStatistics.Exit("f (a:1)", 2, 7, ExitCause.CALLEE, "a call of g", 3));
        assertThat(statistics.exitCount()).isEqualTo(3);
    }

    @Test
    void theMedianIsThatOfAllThatWorked() {
        JitStatistics counter = new JitStatistics(3);
        for (long nanos : new long[] {9, 1, 5}) {
            counter.compiled(FIRST, new Code(1, nanos, false));
        }
        counter.compiled(FIRST, new Code(1, 0, true));
        assertThat(counter.snapshot(0).medianTime()).isEqualTo(Duration.ofNanos(5));
        assertThat(counter.snapshot(0).time()).isEqualTo(Duration.ofNanos(15));
    }

    @Test
    void statisticsKeepABoundedNumberOfEverything() {
        JitStatistics counter = new JitStatistics(3);
        int many = CompilationStatistics.MOST_ENTRIES + 10;
        for (int i = 0; i < many; i++) {
            counter.compiled(FIRST, new Code(1, i, false));
            counter.failed(FIRST, new EngineException("x"));
            counter.givenUp("f", "x");
            counter.left(new Exit("f", "a", i, i, ExitCause.KIND, "x"), 1);
        }
        CompilationStatistics statistics = counter.snapshot(0);
        assertThat(statistics.failures()).isEqualTo(many);
        assertThat(statistics.failed()).hasSize(CompilationStatistics.MOST_ENTRIES);
        assertThat(statistics.givenUp()).hasSize(CompilationStatistics.MOST_ENTRIES);
        assertThat(statistics.exits()).hasSize(CompilationStatistics.MOST_ENTRIES);
        assertThat(statistics.exitCount()).isEqualTo(many);
    }

    @Test
    void textHasALineForEachThing() {
        List<String> lines = new ArrayList<>();
        tell(new JitText(lines::add));
        assertThat(lines)
                .containsExactly(
                        "compiled f (a:1) with g (a:9): seen running once; level 3, 20 instructions, 3.0 ms, 100 bytes,"
                                + " not cached",
                        "installed f (a:1)",
                        "installed g (a:9)",
                        "left f (a:1) at a:2 (instruction 7), expected a call of g; seen once",
                        "left f (a:1) at a:2 (instruction 7), expected a call of g; seen 2 times",
                        "recompiled f (a:1): left; level 3, 10 instructions, 0.0 ms, 50 bytes, cached",
                        "installed f (a:1)",
                        "failed f (a:1): no such instruction",
                        "refused f (a:1) with g (a:9): too long",
                        "gave up f (a:1): compiled 8 times");
    }

    @Test
    void flightRecorderHasAnEventForEachThing() throws IOException {
        Path file = folder.resolve("recording.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            tell(new FlightEvents());
            FlightEvents.evicted("key", 123);
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(events.stream()
                        .filter(event -> event.getEventType().getName().startsWith("dev.moonlift."))
                        .map(JitListenersTest::describe))
                .containsExactly(
                        "Compilation f (a:1), g (a:9) cached false",
                        "Exit f (a:1) a:2 CALLEE 1",
                        "Exit f (a:1) a:2 CALLEE 2",
                        "Exit f (a:1) a:2 CALLEE 3",
                        "Compilation f (a:1) cached true",
                        "Fallback f (a:1) failed no such instruction",
                        "Fallback f (a:1), g (a:9) refused too long",
                        "Fallback f (a:1) gave up compiled 8 times",
                        "Eviction key 123");
    }

    private static String describe(RecordedEvent event) {
        String name = event.getEventType().getName().substring("dev.moonlift.".length());
        return name
                + switch (name) {
                    case "Compilation" -> " " + event.getString("functions") + " cached " + event.getBoolean("cached");
                    case "Exit" ->
                        " " + event.getString("function") + " " + event.getString("source") + ":" + event.getInt("line")
                                + " " + event.getString("cause") + " " + event.getInt("count");
                    case "Fallback" ->
                        " " + event.getString("functions") + " " + event.getString("kind") + " "
                                + event.getString("reason");
                    default -> " " + event.getString("key") + " " + event.getInt("bytes");
                };
    }
}
