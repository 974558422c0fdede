package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ThresholdsTest {
    private static final Thresholds USUAL = new Thresholds(2, 10, 10_000);

    @Test
    void callsCountByTheLengthOfTheFunction() {
        assertThat(USUAL.areReached(9, 0, 1)).isFalse();
        assertThat(USUAL.areReached(10, 0, 50)).isTrue();
        assertThat(USUAL.areReached(10, 0, 51)).isFalse();
        assertThat(USUAL.areReached(20, 0, 100)).isTrue();
        assertThat(USUAL.areReached(-1, 0, 100)).isTrue();
    }

    @Test
    void loopsCountWhateverTheLength() {
        assertThat(USUAL.areReached(1, 9_999, 1)).isFalse();
        assertThat(USUAL.areReached(1, 10_000, 5_000)).isTrue();
        assertThat(USUAL.areReached(0, Integer.MIN_VALUE, 1)).isTrue();
    }

    @Test
    void numbersAreInRange() {
        assertThatThrownBy(() -> new Thresholds(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Thresholds(1, 1, Thresholds.MOST + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
