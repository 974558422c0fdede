package dev.moonlift.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void findsTheMiddle() {
        assertThat(Samples.median(new long[] {5, 1, 3})).isEqualTo(3);
        assertThat(Samples.median(new long[] {1, 7, 3, 100})).isEqualTo(5);
    }

    @Test
    void callsTimesSteadyOnceTheBestGetsNoBetter() {
        assertThat(Samples.areSteady(List.of(100L, 100L, 100L, 100L, 100L))).isFalse();
        assertThat(Samples.areSteady(List.of(900L, 400L, 102L, 103L, 180L, 100L, 150L, 180L, 170L, 160L)))
                .isTrue();
        assertThat(Samples.areSteady(List.of(900L, 400L, 104L, 105L, 180L, 100L, 150L, 180L, 170L, 160L)))
                .isFalse();
        assertThat(Samples.areSteady(List.of(1L, 1L, 900L, 400L, 104L, 105L, 180L, 120L, 150L, 180L, 170L, 160L)))
                .isTrue();
    }

    @Test
    void takesTheGeometricMean() {
        assertThat(Samples.geometricMean(List.of(2.0, 8.0))).isCloseTo(4.0, within(1e-12));
        assertThat(Samples.geometricMean(List.of())).isNaN();
    }
}
