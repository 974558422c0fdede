package dev.moonlift.conformance.sandboxes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.conformance.run.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Some hundred of the sandboxes of {@code conformance sandboxes}. */
class ParadeTest {
    /** The Java heap of a test run is still growing. */
    private static final long BOUND = 256 << 20;

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
        assertThat(leak(10, 10, 40, 5, "moonlift-a")).isEmpty();
        assertThat(leak(11 + (2 << 20), 0, 0, 5, "a")).hasValue("the process has grown by 2 MiB");
        assertThat(leak(0, 11 + (3 << 20), 0, 5, "a")).hasValue("there are 3 MiB more of objects");
        assertThat(leak(0, 0, 210, 5, "a")).hasValue("there are 210 more mappings of addresses");
        assertThat(leak(0, 0, 0, 9, "moonlift-a")).isEmpty();
        assertThat(leak(0, 0, 0, 17, "a")).hasValue("12 files are still open");
        assertThat(leak(0, 0, 0, 5, "moonlift-b")).hasValue("temporary files are left: [moonlift-b]");
    }

    private static Optional<String> leak(long resident, long heap, long mappings, long openFiles, String file) {
        ProcessState before = new ProcessState(0, 0, 0, 5, Set.of("moonlift-a"));
        return Parade.leak(before, new ProcessState(resident, heap, mappings, openFiles, Set.of(file)), 10);
    }
}
