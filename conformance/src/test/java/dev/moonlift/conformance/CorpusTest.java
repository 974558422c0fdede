package dev.moonlift.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.HeapInspection;
import dev.moonlift.conformance.corpus.CorpusCase;
import dev.moonlift.conformance.corpus.CorpusSuite;
import dev.moonlift.conformance.run.RunOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every program of the corpus does what lies beside it, and leaves a sound heap. */
class CorpusTest {
    @TestFactory
    Stream<DynamicTest> corpus() {
        CorpusSuite suite = CorpusSuite.complete(RunOptions.trusting().withInspection(HeapInspection.verifying()));
        return tests(CorpusCase.all(), suite);
    }

    static Stream<DynamicTest> tests(List<CorpusCase> cases, CorpusSuite suite) {
        return cases.stream()
                .map(program -> DynamicTest.dynamicTest(
                        program.path(), () -> assertThat(suite.run(program)).isEmpty()));
    }
}
