package dev.moonlift.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.moonlift.HeapInspection;
import dev.moonlift.conformance.attack.Attack;
import dev.moonlift.conformance.run.Outcome;
import dev.moonlift.conformance.run.ProgramRunner;
import dev.moonlift.conformance.run.RunOptions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Hostile programs end as they must, while another sandbox of the process goes on undisturbed. */
class AttackTest {
    /** A safety net: it is the fuel that ends attacks. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

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
    Stream<DynamicTest> attacks() {
        return Attack.all().stream()
                .map(attack -> DynamicTest.dynamicTest(
                        attack.name(), () -> assertTimeoutPreemptively(TIMEOUT.multipliedBy(2), () -> run(attack))));
    }

    private static void run(Attack attack) throws InterruptedException {
        RunOptions options = attack.options(TIMEOUT).withInspection(HeapInspection.verifying());
        Outcome outcome = new ProgramRunner(options).run(attack.program());
        assertThat(attack.judge(outcome)).isEmpty();
        bystander.awaitRound();
    }
}
