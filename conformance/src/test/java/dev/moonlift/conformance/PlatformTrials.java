package dev.moonlift.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.conformance.cross.CrossRun;
import dev.moonlift.conformance.run.Outcome;
import dev.moonlift.conformance.run.Platform;
import dev.moonlift.conformance.run.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Trials as tests on a platform: each must pass, and what comes of it must be what comes of it on the JVM. Where the
 * platform cannot be used, one test sees to it that there is a reason.
 */
final class PlatformTrials {
    /** What came of trials on the JVM, of which each runs once. */
    private static final Map<String, Outcome> REFERENCES = new ConcurrentHashMap<>();

    private PlatformTrials() {}

    static Stream<DynamicTest> tests(Platform platform, List<Trial> trials) {
        return platform.obstacle()
                .map(reason -> Stream.of(DynamicTest.dynamicTest(
                        "cannot be used", () -> assertThat(reason).isNotBlank())))
                .orElseGet(() -> trials.stream()
                        .map(trial -> DynamicTest.dynamicTest(trial.name(), () -> check(platform, trial))));
    }

    /** Runs a trial on a platform, and on the JVM unless that has been done. */
    static void check(Platform platform, Trial trial) {
        Outcome reference = reference(trial);
        Outcome outcome = platform == Platform.CHICORY ? reference : trial.runOn(platform);
        Optional<String> failure = CrossRun.failure(trial, platform, outcome, reference);
        assertThat(failure).isEmpty();
    }

    private static Outcome reference(Trial trial) {
        return REFERENCES.computeIfAbsent(trial.suite() + " " + trial.name(), name -> trial.runOn(Platform.CHICORY));
    }
}
