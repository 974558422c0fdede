package dev.moonlift.runtime.kernel.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Tries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    private static final long MIN = Long.MIN_VALUE;
    private static final long MAX = Long.MAX_VALUE;
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    private static final double[] EDGES = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        1.5,
        -1.5,
        0x1p52,
        0x1p53,
        0x1p53 + 2,
        -0x1p53,
        0x1p63,
        -0x1p63,
        0x1.fffffffffffffp62,
        -0x1.0000000000001p63,
        0x1p64,
        INF,
        -INF,
        NAN,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MAX_VALUE,
        1e300
    };

    private static final long[] INTEGERS = {
        0, 1, -1, 2, -2, 3, MAX, MAX - 1, MIN, MIN + 1, 1L << 53, (1L << 53) + 1, -(1L << 53) - 1, MAX - 1023, MAX - 512
    };

    @Test
    void integerDivisionIsThatOfFloorDiv() {
        for (long a : INTEGERS) {
            for (long b : INTEGERS) {
                if (b != 0) {
                    assertThat(Arithmetic.idiv(a, b)).as("%d // %d", a, b).isEqualTo(Math.floorDiv(a, b));
                    assertThat(Arithmetic.mod(a, b)).as("%d %% %d", a, b).isEqualTo(Math.floorMod(a, b));
                    assertThat(Arithmetic.fmod(a, b)).as("fmod(%d, %d)", a, b).isEqualTo(a % b);
                }
            }
        }
    }

    @Test
    void shiftsAreLogicalAndTakeAnyCount() {
        assertThat(Arithmetic.shiftLeft(-1, 63)).isEqualTo(MIN);
        assertThat(Arithmetic.shiftLeft(-1, 64)).isZero();
        assertThat(Arithmetic.shiftLeft(-1, -63)).isEqualTo(1);
        assertThat(Arithmetic.shiftLeft(-1, -64)).isZero();
        assertThat(Arithmetic.shiftLeft(-1, MIN)).isZero();
        assertThat(Arithmetic.shiftLeft(-1, MAX)).isZero();
        assertThat(Arithmetic.shiftRight(-1, 1)).isEqualTo(MAX);
        assertThat(Arithmetic.shiftRight(-1, 64)).isZero();
        assertThat(Arithmetic.shiftRight(1, -63)).isEqualTo(MIN);
        assertThat(Arithmetic.shiftRight(-1, MIN)).isZero();
        assertThat(Arithmetic.shiftRight(5, 0)).isEqualTo(5);
    }

    @Test
    void fmodHasTheBitsOfJavasRemainder() {
        Random random = new Random(1);
        for (double a : EDGES) {
            for (double b : EDGES) {
                assertFmod(a, b);
            }
        }
        for (int i = 0; i < Tries.of(1_000_000); i++) {
            double a = Numbers.anyFinite(random);
            assertFmod(a, i % 2 == 0 ? Numbers.anyFinite(random) : a * random.nextDouble());
        }
    }

    private static void assertFmod(double a, double b) {
        if (Double.compare(Arithmetic.fmod(a, b), a % b) != 0) {
            assertThat(Arithmetic.fmod(a, b)).as("fmod(%s, %s)", a, b).isEqualTo(a % b);
        }
    }

    @Test
    void floatModuloTakesTheSignOfTheDivisor() {
        assertThat(Arithmetic.mod(5.5, -2.0)).isEqualTo(-0.5);
        assertThat(Arithmetic.mod(-5.5, 2.0)).isEqualTo(0.5);
        assertThat(Arithmetic.mod(-6.0, 2.0)).isEqualTo(Double.valueOf(-0.0));
        assertThat(Arithmetic.mod(5.3, INF)).isEqualTo(5.3);
        assertThat(Arithmetic.mod(-5.3, INF)).isEqualTo(INF);
        assertThat(Arithmetic.mod(5.3, -INF)).isEqualTo(-INF);
        assertThat(Arithmetic.mod(1.0, 0.0)).isNaN();
        assertThat(Arithmetic.mod(INF, 2.0)).isNaN();
    }

    @Test
    void floatDivisionRoundsDown() {
        assertThat(Arithmetic.idiv(-7.0, 2.0)).isEqualTo(-4.0);
        assertThat(Arithmetic.idiv(5.0, 0.0)).isEqualTo(INF);
        assertThat(Arithmetic.idiv(-5.0, 0.0)).isEqualTo(-INF);
        assertThat(Arithmetic.idiv(0.0, 0.0)).isNaN();
    }

    @Test
    void everyNanBecomesOne() {
        double odd = Double.longBitsToDouble(0xFFF8_0000_0000_1234L);
        assertThat(Double.doubleToRawLongBits(Arithmetic.canonical(odd))).isEqualTo(0x7FF8_0000_0000_0000L);
        assertThat(Arithmetic.canonical(-0.0)).isEqualTo(Double.valueOf(-0.0));
    }

    @Test
    void knowsWhichFloatsAreIntegers() {
        assertThat(Arithmetic.isExactInteger(-0x1p63)).isTrue();
        assertThat(Arithmetic.isExactInteger(0x1.fffffffffffffp62)).isTrue();
        assertThat(Arithmetic.isExactInteger(-0.0)).isTrue();
        assertThat(Arithmetic.isExactInteger(0x1p63)).isFalse();
        assertThat(Arithmetic.isExactInteger(-0x1.0000000000001p63)).isFalse();
        assertThat(Arithmetic.isExactInteger(0.5)).isFalse();
        assertThat(Arithmetic.isExactInteger(INF)).isFalse();
        assertThat(Arithmetic.isExactInteger(NAN)).isFalse();
    }

    @Test
    void comparesIntegersWithFloatsExactly() {
        for (long i : INTEGERS) {
            for (double f : EDGES) {
                assertComparisons(i, f);
            }
            for (double f = Math.nextDown(Math.nextDown((double) i));
                    f <= Math.nextUp((double) i);
                    f = Math.nextUp(f)) {
                assertComparisons(i, f);
            }
        }
    }

    private static void assertComparisons(long i, double f) {
        int order = Double.isNaN(f) ? 0 : Double.isInfinite(f) ? (f > 0 ? -1 : 1) : exactOrder(i, f);
        boolean ordered = !Double.isNaN(f);
        assertThat(Arithmetic.equal(i, f)).as("%d == %s", i, f).isEqualTo(ordered && order == 0);
        assertThat(Arithmetic.lessThan(i, f)).as("%d < %s", i, f).isEqualTo(order < 0);
        assertThat(Arithmetic.lessEqual(i, f)).as("%d <= %s", i, f).isEqualTo(ordered && order <= 0);
        assertThat(Arithmetic.lessThan(f, i)).as("%s < %d", f, i).isEqualTo(order > 0);
        assertThat(Arithmetic.lessEqual(f, i)).as("%s <= %d", f, i).isEqualTo(ordered && order >= 0);
    }

    private static int exactOrder(long i, double f) {
        return new BigDecimal(i).compareTo(new BigDecimal(f));
    }

    @Test
    void loopsWithFloatLimitsRunAsTheOriginals() {
        assertThat(Arithmetic.forSkips(1, 0.999, 1)).isTrue();
        assertThat(Arithmetic.forSkips(1, 1.0, 1)).isFalse();
        assertThat(Arithmetic.forSkips(1, 1.5, -1)).isTrue();
        assertThat(Arithmetic.forSkips(MAX, 0x1p63, -1)).isTrue();
        assertThat(Arithmetic.forSkips(MAX, INF, 1)).isFalse();
        assertThat(Arithmetic.forSkips(MIN, -INF, 1)).isTrue();
        assertThat(Arithmetic.forSkips(1, NAN, 1)).isTrue();
        assertThat(Arithmetic.forSkips(1, NAN, -1)).isFalse();
        assertThat(Arithmetic.forLimit(3.7, 1)).isEqualTo(3);
        assertThat(Arithmetic.forLimit(3.2, -1)).isEqualTo(4);
        assertThat(Arithmetic.forLimit(INF, 1)).isEqualTo(MAX);
        assertThat(Arithmetic.forLimit(-1e300, -1)).isEqualTo(MIN);
        assertThat(Arithmetic.forLimit(NAN, -1)).isEqualTo(MIN);
    }

    @Test
    void countsRepetitionsOfALoop() {
        for (long start : INTEGERS) {
            for (long limit : INTEGERS) {
                for (long step : INTEGERS) {
                    if (step != 0 && !Arithmetic.forSkips(start, limit, step)) {
                        BigInteger distance = BigInteger.valueOf(limit).subtract(BigInteger.valueOf(start));
                        BigInteger count = distance.divide(BigInteger.valueOf(step));
                        assertThat(Arithmetic.forCount(start, limit, step)).isEqualTo(count.longValue());
                    }
                }
            }
        }
    }
}
