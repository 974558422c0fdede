package dev.moonlift.conformance.sandboxes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.conformance.run.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Some hundred of the sandboxes of {@code conformance sandboxes}. */
class ParadeTest {
    private static final long BOUND = 64 << 20;

    @ParameterizedTest
    @EnumSource(
            value = Platform.class,
            names = {"CHICORY", "WASMTIME", "WASMTIME_AT_ONCE"})
    void leavesNothing(Platform platform) {
        if (platform.obstacle().isPresent()) {
            assertThat(platform.obstacle().get()).isNotBlank();
            return;
        }
        List<ProcessState> states = new ArrayList<>();
        Parade parade = new Parade(platform, 600, 200);
        parade.run(made -> states.add(ProcessState.now()));
        assertThat(states).hasSize(3);
        assertThat(Parade.leak(states.get(0), states.get(2), BOUND)).isEmpty();
        assertThat(parade.medianCreationMillis()).isPositive();
    }

    @Test
    void noticesWhatIsLeft() {
        ProcessState before = new ProcessState(100, 5, Set.of("moonlift-a"));
        assertThat(Parade.leak(before, new ProcessState(110, 5, Set.of()), 10)).isEmpty();
        assertThat(Parade.leak(before, new ProcessState(111 + (2 << 20), 5, Set.of()), 10))
                .hasValue("the process has grown by 2 MiB");
        assertThat(Parade.leak(before, new ProcessState(100, 7, Set.of()), 10)).hasValue("2 files are still open");
        assertThat(Parade.leak(before, new ProcessState(100, 5, Set.of("moonlift-a", "moonlift-b")), 10))
                .hasValue("temporary files are left: [moonlift-b]");
    }
}
