package dev.moonlift.conformance.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.conformance.kills.Victim.Means;
import dev.moonlift.conformance.run.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Some of the kills of {@code conformance kills}. */
@Timeout(120)
class KillsTest {
    private static final int COUNT = 1500;

    @ParameterizedTest
    @EnumSource(
            value = Platform.class,
            names = {"CHICORY", "WASMTIME", "WASMTIME_AT_ONCE"})
    void leavesSandboxesThatCanBeUsed(Platform platform) throws InterruptedException {
        if (platform.obstacle().isPresent()) {
            assertThat(platform.obstacle().get()).isNotBlank();
            return;
        }
        KillCount count = Massacre.run(platform, COUNT, 2, 1, progress -> {});
        assertThat(count.kills()).isGreaterThanOrEqualTo(COUNT);
        for (Means means : Means.values()) {
            assertThat(count.kills(means)).isPositive();
        }
    }

    @Test
    void noticesWhatIsNotKilledAsItShouldBe() {
        try (Victim victim = Victim.ofFuel(Platform.CHICORY, Victim.MIN_FUEL)) {
            victim.kill("plain", 0);
            victim.check();
            victim.verify();
            assertThatThrownBy(() -> victim.kill("no such loop", 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("attempt to call a nil value");
        }
    }
}
