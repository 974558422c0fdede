package dev.moonlift.conformance;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.moonlift.conformance.attack.Attack;
import dev.moonlift.conformance.run.HeapInspection;
import dev.moonlift.conformance.run.Platform;
import dev.moonlift.conformance.run.Trial;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Hostile programs end as they must, while another sandbox of the process goes on undisturbed. */
class AttackTest {
    /** A safety net: it is the fuel that ends attacks. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static Bystander bystander;

    @BeforeAll
    static void startBystander() {
        bystander = new Bystander();
    }

    @AfterAll
    static void stopBystander() throws InterruptedException {
        bystander.stop();
    }

    @TestFactory
    Stream<DynamicTest> onTheJvm() {
        return attacks(Platform.CHICORY);
    }

    @TestFactory
    Stream<DynamicTest> onWasmtime() {
        return attacks(Platform.WASMTIME_AT_ONCE);
    }

    private static Stream<DynamicTest> attacks(Platform platform) {
        List<Trial> trials = Attack.all().stream()
                .map(attack -> attack.trial(TIMEOUT, HeapInspection.verifying()))
                .toList();
        return PlatformTrials.tests(platform, trials)
                .map(test -> DynamicTest.dynamicTest(test.getDisplayName(), () -> isolated(test.getExecutable())));
    }

    private static void isolated(Executable attack) throws InterruptedException {
        assertTimeoutPreemptively(TIMEOUT.multipliedBy(2), attack);
        bystander.awaitRound();
    }
}
