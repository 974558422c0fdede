package dev.moonlift.conformance.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    @Test
    void measuresInAProcessOfItsOwn() throws IOException, InterruptedException {
        List<Measure> measures = new Stopwatch(1).crossings("chicory", Long.MAX_VALUE, 1);
        assertThat(measures)
                .extracting(Measure::name)
                .containsExactly("chicory: call from Java", "chicory: call to Java", "chicory: sandbox made");
        assertThat(measures).allMatch(measure -> measure.nanos() > 1);
        assertThat(measures.get(0).isMet()).isTrue();
        assertThat(measures.get(1).isMet()).isFalse();
    }

    @Test
    void saysWhyAProbeFailed() {
        assertThatThrownBy(() -> Probe.run("", List.of(), CallsProbe.class, "steam"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no engine 'steam'");
    }

    @Test
    void printsTargets() {
        assertThat(new Measure("a call", 1500, 1000))
                .hasToString(String.format("%-44s %12s   target %10s   MISSED", "a call", "1.50 µs", "1.00 µs"));
        assertThat(Measure.of("a start", 2_000_000)).hasToString(String.format("%-44s %12s", "a start", "2.0 ms"));
    }
}
