package dev.moonlift.conformance;

import dev.moonlift.conformance.corpus.CorpusCase;
import dev.moonlift.conformance.corpus.CorpusSuite;
import dev.moonlift.conformance.run.HeapInspection;
import dev.moonlift.conformance.run.Platform;
import dev.moonlift.conformance.run.RunOptions;
import dev.moonlift.conformance.run.Trial;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

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
    Stream<DynamicTest> onTheJvm() {
        return PlatformTrials.tests(Platform.CHICORY, all());
    }

    @TestFactory
    Stream<DynamicTest> onWasmtime() {
        return PlatformTrials.tests(Platform.WASMTIME, all());
    }

    @TestFactory
    Stream<DynamicTest> onWasmtimeAtOnce() {
        return PlatformTrials.tests(Platform.WASMTIME_AT_ONCE, all());
    }

    /** Stacks grow at other places than the interpreter's, so that memory and collections differ a little. */
    @TestFactory
    Stream<DynamicTest> onWasmtimeCompiled() {
        return PlatformTrials.passing(Platform.WASMTIME_COMPILED, all());
    }

    /** Without assumptions, and with assumptions but nothing inlined: the command runs all of it. */
    @TestFactory
    Stream<DynamicTest> onWasmtimeCompiledLess() {
        return Stream.concat(
                PlatformTrials.passing(Platform.WASMTIME_INFERRED, of(COMPILED_AREAS)),
                PlatformTrials.passing(Platform.WASMTIME_EXPECTED, of(COMPILED_AREAS)));
    }

    /** As on Wasmtime. */
    @TestFactory
    Stream<DynamicTest> onChicoryCompiled() {
        return PlatformTrials.passing(Platform.CHICORY_COMPILED, all());
    }

    @TestFactory
    Stream<DynamicTest> onChicory() {
        return PlatformTrials.tests(Platform.KERNEL_ON_CHICORY, of(QUICK_AREAS));
    }

    @TestFactory
    Stream<DynamicTest> underStressOnTheJvm() {
        return PlatformTrials.tests(Platform.CHICORY, stress(CorpusSuite.stressing()));
    }

    @TestFactory
    Stream<DynamicTest> withEverySafepointInSomePhase() {
        return PlatformTrials.tests(Platform.CHICORY, stress(CorpusSuite.creeping()));
    }

    @TestFactory
    Stream<DynamicTest> underStressOnWasmtime() {
        return PlatformTrials.tests(Platform.WASMTIME_AT_ONCE, stress(CorpusSuite.stressing()));
    }
}
