package dev.moonlift.runtime.kernel.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Tries;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BigNaturalTest {
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private final BigNatural natural = new Numbers().natural;
    private BigInteger mirror;
    private boolean inexact;

    @Test
    void keepsStepWithBigInteger() {
        Random random = new Random(1);
        for (int round = 0; round < Tries.of(20_000); round++) {
            start(random.nextLong() >>> 1 + random.nextInt(63));
            for (int step = 0; step < 12; step++) {
                operate(random);
                assertSame();
            }
            drain();
        }
    }

    private void start(long value) {
        natural.set(value);
        mirror = BigInteger.valueOf(value);
        inexact = false;
    }

    private void operate(Random random) {
        switch (random.nextInt(6)) {
            case 0 -> multiplyAdd(random.nextInt() >>> 1 + random.nextInt(31), random.nextInt() >>> 1);
            case 1 -> shiftLeft(random.nextInt(100));
            case 2 -> shiftRight(random.nextInt(200));
            case 3 -> multiplyByPowerOfFive(random.nextInt(60));
            case 4 -> divideByPowerOfFive(random.nextInt(60));
            default -> halve();
        }
    }

    private void multiplyAdd(int factor, int addend) {
        natural.multiplyAdd(factor, addend);
        mirror = mirror.multiply(BigInteger.valueOf(factor)).add(BigInteger.valueOf(addend));
    }

    private void shiftLeft(int bits) {
        natural.shiftLeft(bits);
        mirror = mirror.shiftLeft(bits);
    }

    private void shiftRight(int bits) {
        natural.shiftRight(bits);
        divideMirror(BigInteger.ONE.shiftLeft(bits));
    }

    private void multiplyByPowerOfFive(int exponent) {
        natural.multiplyByPowerOfFive(exponent);
        mirror = mirror.multiply(FIVE.pow(exponent));
    }

    private void divideByPowerOfFive(int exponent) {
        natural.divideByPowerOfFive(exponent);
        divideMirror(FIVE.pow(exponent));
    }

    private void divideMirror(BigInteger divisor) {
        BigInteger[] parts = mirror.divideAndRemainder(divisor);
        inexact |= parts[1].signum() != 0;
        mirror = parts[0];
    }

    private void halve() {
        natural.halveToNearest();
        BigInteger half = mirror.shiftRight(1);
        boolean up = mirror.testBit(0) && (inexact || half.testBit(0));
        inexact |= mirror.testBit(0);
        mirror = up ? half.add(BigInteger.ONE) : half;
    }

    private void assertSame() {
        if (natural.low() != mirror.longValue()
                || natural.bitLength() != mirror.bitLength()
                || natural.isInexact() != inexact
                || natural.isZero() != (mirror.signum() == 0)) {
            assertThat(natural.low()).isEqualTo(mirror.longValue());
            assertThat(natural.bitLength()).isEqualTo(mirror.bitLength());
            assertThat(natural.isInexact()).isEqualTo(inexact);
        }
    }

    /** All its digits, which uses it up. */
    private void drain() {
        BigInteger base = BigInteger.valueOf(1_000_000_000);
        while (!natural.isZero()) {
            assertThat(natural.divide(1_000_000_000)).isEqualTo(mirror.mod(base).intValue());
            mirror = mirror.divide(base);
        }
        assertThat(mirror).isZero();
    }
}
