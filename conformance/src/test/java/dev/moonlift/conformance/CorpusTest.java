package dev.moonlift.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moonlift.Backstage;
import dev.moonlift.Sandbox;
import dev.moonlift.Source;
import dev.moonlift.conformance.corpus.CorpusCase;
import dev.moonlift.conformance.corpus.CorpusSuite;
import dev.moonlift.conformance.run.HeapInspection;
import dev.moonlift.conformance.run.Inspection;
import dev.moonlift.conformance.run.Outcome;
import dev.moonlift.conformance.run.Platform;
import dev.moonlift.conformance.run.Program;
import dev.moonlift.conformance.run.ProgramRunner;
import dev.moonlift.conformance.run.RunOptions;
import dev.moonlift.conformance.run.Trial;
import dev.moonlift.runtime.kernel.Layout.State;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every program of the corpus does what lies beside it, and leaves a sound heap; on every platform alike. */
class CorpusTest {
    /** Of little work: Chicory takes long. */
    private static final Set<String> QUICK_AREAS = Set.of(
            "calls",
            "closures",
            "const-close",
            "coroutines",
            "errors",
            "format",
            "goto",
            "integers",
            "metatables",
            "next",
            "numberformat",
            "patterns",
            "strings",
            "tables",
            "tracebacks",
            "upvalues",
            "varargs");

    /** Of what the compiler of hot code does differently by level. */
    private static final Set<String> COMPILED_AREAS =
            Set.of("calls", "closures", "errors", "integers", "metatables", "tables", "upvalues", "varargs");

    /** Where most ways to leave compiled code are; how Wasmtime runs the same code is tested with all areas. */
    private static final Set<String> LEFT_AREAS = Set.of("calls", "closures", "metatables", "upvalues");

    private static List<Trial> all() {
        return trials(CorpusCase.all());
    }

    private static List<Trial> of(Set<String> areas) {
        return trials(CorpusCase.all().stream()
                .filter(program -> areas.contains(program.area()))
                .toList());
    }

    private static List<Trial> trials(List<CorpusCase> cases) {
        CorpusSuite suite = CorpusSuite.complete(RunOptions.trusting().withInspection(HeapInspection.verifying()));
        return cases.stream().map(suite::trial).toList();
    }

    private static List<Trial> stress(CorpusSuite suite) {
        return CorpusCase.all().stream()
                .filter(CorpusCase::bearsStress)
                .map(suite::trial)
                .toList();
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> onTheJvm() {
        return PlatformTrials.tests(Platform.CHICORY, all());
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> onWasmtime() {
        return PlatformTrials.tests(Platform.WASMTIME, all());
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> onWasmtimeAtOnce() {
        return PlatformTrials.tests(Platform.WASMTIME_AT_ONCE, all());
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> onWasmtimeCompiled() {
        return PlatformTrials.tests(Platform.WASMTIME_COMPILED, all());
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> onWasmtimeWithFailingGuards() {
        return PlatformTrials.tests(Platform.WASMTIME_GUARDS_FAIL, all());
    }

    /** Without assumptions, and with assumptions but nothing inlined: the command runs all of it. */
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> onWasmtimeCompiledLess() {
        return Stream.concat(
                PlatformTrials.tests(Platform.WASMTIME_INFERRED, of(COMPILED_AREAS)),
                PlatformTrials.tests(Platform.WASMTIME_EXPECTED, of(COMPILED_AREAS)));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> onChicoryCompiled() {
        return PlatformTrials.tests(Platform.CHICORY_COMPILED, all());
    }

    /** As with Wasmtime. */
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> onChicoryCompiledLess() {
        return Stream.concat(
                PlatformTrials.tests(Platform.CHICORY_INFERRED, of(LEFT_AREAS)),
                PlatformTrials.tests(Platform.CHICORY_EXPECTED, of(LEFT_AREAS)));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> onChicoryWithFailingGuards() {
        return PlatformTrials.tests(Platform.CHICORY_GUARDS_FAIL, of(LEFT_AREAS));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> onChicory() {
        return PlatformTrials.tests(Platform.KERNEL_ON_CHICORY, of(QUICK_AREAS));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> underStressOnTheJvm() {
        return PlatformTrials.tests(Platform.CHICORY, stress(CorpusSuite.stressing()));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> withEverySafepointInSomePhase() {
        return PlatformTrials.tests(Platform.CHICORY, stress(CorpusSuite.creeping()));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> underStressOnWasmtime() {
        return PlatformTrials.tests(Platform.WASMTIME_AT_ONCE, stress(CorpusSuite.stressing()));
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> underStressOnWasmtimeWithFailingGuards() {
        return PlatformTrials.tests(Platform.WASMTIME_GUARDS_FAIL, stress(CorpusSuite.stressing()));
    }

    /** That the tests of compiled code are: it runs even where every safepoint collects. */
    @ParameterizedTest
    @EnumSource(names = {"CHICORY_COMPILED", "CHICORY_GUARDS_FAIL", "WASMTIME_COMPILED", "WASMTIME_GUARDS_FAIL"})
    void compiledCodeRunsUnderStress(Platform platform) {
        assumeTrue(platform.obstacle().isEmpty());
        AtomicInteger room = new AtomicInteger();
        AtomicInteger dice = new AtomicInteger();
        Inspection stress = HeapInspection.stressing();
        Inspection inspection = new Inspection() {
            @Override
            public void begin(Sandbox sandbox) {
                stress.begin(sandbox);
            }

            @Override
            public List<String> end(Sandbox sandbox) {
                room.set(Backstage.memory(sandbox).getInt(State.COMPILED_ROOM));
                dice.set(Backstage.memory(sandbox).getInt(State.DICE));
                return stress.end(sandbox);
            }
        };
        String text =
                "local t = {[0] = 0} for i = 1, 999 do t[i] = (function(n) return n + 1 end)(t[i - 1]) end print(#t)";
        Outcome outcome = new ProgramRunner(
                        RunOptions.trusting().withPlatform(platform).withInspection(inspection))
                .run(Program.of(Source.of("f.lua", text)));
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.text()).isEqualTo("999\n");
        assertThat(room.get()).as("set when compiled code is entered").isPositive();
        assertThat(dice.get() != 0)
                .as("checks fail at random")
                .isEqualTo(platform.name().endsWith("_GUARDS_FAIL"));
    }
}
