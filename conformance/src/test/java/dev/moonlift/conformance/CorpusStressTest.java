package dev.moonlift.conformance;

import dev.moonlift.HeapInspection;
import dev.moonlift.conformance.corpus.CorpusCase;
import dev.moonlift.conformance.corpus.CorpusSuite;
import dev.moonlift.conformance.run.Inspection;
import dev.moonlift.conformance.run.RunOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The corpus while everything that is unreachable dies at the next safepoint, and while the collector never rests. A
 * collection takes a thousand times as long as an instruction, so of long programs only the beginning runs.
 */
class CorpusStressTest {
    private static final long FUEL = 20_000;
    private static final long FUEL_CREEPING = 300_000;

    @TestFactory
    Stream<DynamicTest> corpus() {
        return tests(HeapInspection.stressing(), FUEL);
    }

    @TestFactory
    Stream<DynamicTest> corpusWithEverySafepointInSomePhase() {
        return tests(HeapInspection.creeping(), FUEL_CREEPING);
    }

    private static Stream<DynamicTest> tests(Inspection inspection, long fuel) {
        RunOptions options = RunOptions.trusting().withInspection(inspection);
        List<CorpusCase> cases =
                CorpusCase.all().stream().filter(CorpusCase::bearsStress).toList();
        return CorpusTest.tests(cases, CorpusSuite.cutShort(options, fuel));
    }
}
