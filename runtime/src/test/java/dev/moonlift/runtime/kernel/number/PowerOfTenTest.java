package dev.moonlift.runtime.kernel.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class PowerOfTenTest {
    @Test
    void everyPowerIsShortByLessThanItsError() {
        for (int exponent = PowerOfTen.LEAST; exponent <= PowerOfTen.GREATEST; exponent++) {
            BigInteger approximate = approximate(exponent);
            BigInteger exact = exact(exponent);
            assertThat(approximate.bitLength()).as("10^%d", exponent).isEqualTo(128);
            assertThat(exact.subtract(approximate)).as("10^%d", exponent).isBetween(BigInteger.ZERO, error());
            if (exponent >= 0 && exponent <= 55) {
                assertThat(approximate).as("10^%d", exponent).isEqualTo(exact);
            }
        }
    }

    /** The true value is below the approximate one plus the error: rounded down it is at most one less. */
    private static BigInteger error() {
        return BigInteger.valueOf(PowerOfTen.ERROR - 1);
    }

    @Test
    void smallPowersAreExact() {
        for (int exponent = 0; exponent <= 27; exponent++) {
            assertThat(PowerOfTen.five(exponent))
                    .isEqualTo(BigInteger.valueOf(5).pow(exponent).longValueExact());
        }
        for (int exponent = 0; exponent <= 18; exponent++) {
            assertThat(PowerOfTen.ten(exponent))
                    .isEqualTo(BigInteger.TEN.pow(exponent).longValueExact());
        }
    }

    private static BigInteger approximate(int exponent) {
        return unsigned(PowerOfTen.high(exponent)).shiftLeft(64).add(unsigned(PowerOfTen.low(exponent)));
    }

    /** 10^exponent / 2^binaryExponent, rounded down. */
    private static BigInteger exact(int exponent) {
        BigDecimal scale = new BigDecimal(BigInteger.ONE.shiftLeft(Math.abs(PowerOfTen.binaryExponent(exponent))));
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(exponent);
        boolean divide = PowerOfTen.binaryExponent(exponent) >= 0;
        BigDecimal exact = divide ? power.divide(scale, 0, RoundingMode.DOWN) : power.multiply(scale);
        return exact.toBigInteger();
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }
}
