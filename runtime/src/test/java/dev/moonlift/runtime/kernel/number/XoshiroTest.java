package dev.moonlift.runtime.kernel.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

/** Expectations are those of Lua 5.4 with the same seeds. */
class XoshiroTest {
    private final Xoshiro random = new Numbers().random;

    @Test
    void yieldsLuasSequence() {
        random.seed(42, 0);
        assertThat(random.next()).isEqualTo(-1276290044721465627L);
        assertThat(random.next()).isEqualTo(8333941968102511665L);
        assertThat(random.next()).isEqualTo(-8358531260401861301L);
        assertThat(random.next()).isEqualTo(-3807604385970496171L);
        assertThat(Xoshiro.toFloat(random.next())).isEqualTo(0.61731763595847, offset(1e-14));
        assertThat(between(1, 100)).isEqualTo(64);
        assertThat(between(1, 7)).isEqualTo(7);
        assertThat(between(-5, 1_000_000)).isEqualTo(591468);
        assertThat(between(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(-4158689442498620264L);
    }

    @Test
    void usesBothHalvesOfTheSeed() {
        random.seed(1, 2);
        assertThat(random.next()).isEqualTo(8291693048688576641L);
        assertThat(Xoshiro.toFloat(random.next())).isEqualTo(0x1.ce5fdf99654d4p-3);
    }

    private long between(long low, long high) {
        return low + random.project(random.next(), high - low);
    }

    @Test
    void floatsLieBetweenZeroAndOne() {
        assertThat(Xoshiro.toFloat(0)).isZero();
        assertThat(Xoshiro.toFloat(-1)).isEqualTo(0x1.fffffffffffffp-1);
    }

    @Test
    void projectionsStayInTheInterval() {
        random.seed(7, 7);
        for (long limit = 0; limit < 70; limit++) {
            for (int i = 0; i < 200; i++) {
                assertThat(random.project(random.next(), limit)).isBetween(0L, limit);
            }
        }
        assertThat(random.project(-1, -1)).isEqualTo(-1);
        assertThat(random.project(5, 0)).isZero();
    }
}
