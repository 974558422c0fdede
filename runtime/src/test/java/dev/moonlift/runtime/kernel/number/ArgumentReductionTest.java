package dev.moonlift.runtime.kernel.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Tries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArgumentReductionTest {
    /** Enough for an angle of 310 digits, near a multiple of pi / 2. */
    private static final int DIGITS = 400;

    private static final BigDecimal HALF_PI = halfPi();
    /** Beyond a remainder's 53 bits some 20 more are good. */
    private static final BigDecimal TOLERANCE = new BigDecimal(0x1p-70);

    private final ArgumentReduction reduction = new ArgumentReduction(new Numbers().memory);

    @Test
    void reducesSmallAngles() {
        Random random = new Random(1);
        for (int i = 0; i < Tries.of(5_000); i++) {
            assertReduces(Math.PI / 4 + 0.001 + random.nextDouble() * Math.pow(10, random.nextInt(7)));
            assertReduces(-(1 + random.nextInt(1_000_000)) * (Math.PI / 2));
        }
    }

    @Test
    void reducesLargeAngles() {
        Random random = new Random(2);
        for (int i = 0; i < Tries.of(5_000); i++) {
            double angle = (1 + random.nextDouble()) * Math.scalb(1.0, 20 + random.nextInt(1004));
            assertReduces(i % 2 == 0 ? angle : -angle);
        }
        assertReduces(Double.MAX_VALUE);
    }

    @Test
    void reducesTheFloatsNextToMultiplesOfHalfPi() {
        // The float that is nearest of all to a multiple of pi / 2 (Muller et al., Handbook of Floating-Point
        // Arithmetic).
        assertReduces(6381956970095103.0 * 0x1p797);
        assertReduces(Math.PI / 2);
        assertReduces(Math.PI);
        for (double turns = 1; turns < 1e300; turns *= 1.5) {
            assertReduces(HALF_PI.multiply(new BigDecimal(Math.rint(turns))).doubleValue());
        }
    }

    private void assertReduces(double angle) {
        BigDecimal exact = new BigDecimal(angle);
        BigInteger quarters = exact.divide(HALF_PI, 0, RoundingMode.HALF_EVEN).toBigInteger();
        int n = reduction.reduce(angle);
        BigDecimal rest = exact.subtract(HALF_PI.multiply(new BigDecimal(quarters)));
        BigDecimal found = new BigDecimal(reduction.remainder()).add(new BigDecimal(reduction.tail()));
        int otherQuarter = (quarters.intValue() - n) << 30 >> 30;
        if (otherQuarter != 0) {
            // Close to an odd multiple of pi / 4 either neighbour will do.
            rest = rest.add(HALF_PI.multiply(BigDecimal.valueOf(otherQuarter)));
        }
        BigDecimal error = found.subtract(rest).abs();
        assertThat(error).as("%s", angle).isLessThanOrEqualTo(rest.abs().multiply(TOLERANCE));
        assertThat(Math.abs(reduction.remainder())).as("%s", angle).isLessThan(0.7854 + 1e-9);
    }

    /** By Machin's formula: pi / 4 = 4 atan(1/5) - atan(1/239). */
    private static BigDecimal halfPi() {
        return atanOfInverse(5)
                .multiply(BigDecimal.valueOf(8))
                .subtract(atanOfInverse(239).multiply(BigDecimal.valueOf(2)));
    }

    private static BigDecimal atanOfInverse(int divisor) {
        BigDecimal square = BigDecimal.valueOf((long) divisor * divisor);
        BigDecimal term = BigDecimal.ONE.divide(BigDecimal.valueOf(divisor), 2 * DIGITS, RoundingMode.DOWN);
        BigDecimal sum = term;
        for (int k = 3; term.signum() != 0; k += 2) {
            term = term.divide(square, 2 * DIGITS, RoundingMode.DOWN).negate();
            sum = sum.add(term.divide(BigDecimal.valueOf(k), 2 * DIGITS, RoundingMode.DOWN));
        }
        return sum;
    }
}
