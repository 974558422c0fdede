package dev.moonlift.runtime.kernel.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Tries;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Binary64Test {
    @Test
    void takesFloatsApartAndPutsThemTogether() {
        Random random = new Random(1);
        for (int i = 0; i < Tries.of(300_000); i++) {
            double value = Math.abs(Numbers.anyFinite(random));
            long mantissa = Binary64.mantissa(value);
            int exponent = Binary64.exponent(value);
            assertThat(Binary64.exactly(mantissa, exponent)).isEqualTo(value);
            int zeros = mantissa == 0 ? 0 : Long.numberOfTrailingZeros(mantissa);
            assertThat(Binary64.exactly(mantissa >>> zeros, exponent + zeros)).isEqualTo(value);
        }
    }

    @Test
    void roundsToTheNearestFloat() {
        Random random = new Random(2);
        for (int i = 0; i < Tries.of(5_000); i++) {
            long mantissa = random.nextLong() >>> random.nextInt(63) | 1;
            int exponent = random.nextInt(4) == 0 ? -1110 + random.nextInt(60) : -1140 + random.nextInt(2140);
            boolean inexact = mantissa >>> 55 != 0 && random.nextBoolean();
            assertThat(Binary64.round(mantissa, inexact, exponent))
                    .as("%x * 2^%d", mantissa, exponent)
                    .isEqualTo(nearest(mantissa, inexact, exponent));
        }
    }

    private static double nearest(long mantissa, boolean inexact, int exponent) {
        BigDecimal exact = new BigDecimal(Long.toUnsignedString(mantissa)).add(new BigDecimal(inexact ? "0.5" : "0"));
        BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(exponent));
        // A power of two divides without remainder.
        return Double.parseDouble((exponent < 0 ? exact.divide(power) : exact.multiply(power)).toString());
    }

    @Test
    void scalesWithOneRounding() {
        Random random = new Random(3);
        for (int i = 0; i < Tries.of(300_000); i++) {
            double value = 0.5 + random.nextDouble();
            int power = random.nextInt(2200) - 1100;
            assertThat(Binary64.scale(value, power)).isEqualTo(Math.scalb(value, power));
        }
    }

    @Test
    void findsTheBinaryLogarithm() {
        assertThat(Binary64.binaryLogarithm(1)).isZero();
        assertThat(Binary64.binaryLogarithm(0.75)).isEqualTo(-1);
        assertThat(Binary64.binaryLogarithm(Double.MIN_VALUE)).isEqualTo(-1074);
        assertThat(Binary64.binaryLogarithm(Double.MAX_VALUE)).isEqualTo(1023);
    }
}
