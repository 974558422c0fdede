package dev.moonlift.runtime.kernel.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Tries;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against StrictMath, which is fdlibm: the same bits, unless a test says why not. */
class ElementaryFunctionsTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private static final int ROUNDS = Tries.of(400_000);

    private static final double[] EDGES = {
        0.0,
        -0.0,
        1,
        -1,
        2,
        -2,
        0.5,
        -0.5,
        3,
        -3,
        0.1,
        1.5,
        -1.5,
        1e22,
        1e300,
        1e-300,
        INF,
        -INF,
        NAN,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Math.PI,
        Math.PI / 2,
        Math.PI / 4,
        Math.E,
        709.78,
        709.79,
        -745.13,
        -745.14,
        1023,
        1024,
        -1074,
        -1075,
        0x1p53,
        0x1p53 - 1,
        0x1.fffffffffffffp-1,
        0x1.0000000000001p0,
        0.4375,
        0.6875,
        1.1875,
        2.4375,
        0.975,
        0x1p31,
        0x1p64
    };

    private final Trigonometry trigonometry = new Numbers().trigonometry;

    @Test
    void inverseTrigonometryHasTheSameBits() {
        assertSameBits(InverseTrigonometry::asin, StrictMath::asin);
        assertSameBits(InverseTrigonometry::acos, StrictMath::acos);
        assertSameBits(InverseTrigonometry::atan, StrictMath::atan);
        assertSameBits(InverseTrigonometry::atan2, StrictMath::atan2);
    }

    @Test
    void exponentialAndLogarithmHaveTheSameBits() {
        assertSameBits(Exponential::exp, StrictMath::exp);
        assertSameBits(Logarithm::log, StrictMath::log);
    }

    @Test
    void trigonometryHasTheSameBitsOrTheNext() {
        assertTrigonometry(trigonometry::sin, StrictMath::sin);
        assertTrigonometry(trigonometry::cos, StrictMath::cos);
        assertTrigonometry(trigonometry::tan, StrictMath::tan);
    }

    /** Large angles are reduced with more bits here, so that rarely the last bit differs. */
    private static void assertTrigonometry(DoubleUnaryOperator ours, DoubleUnaryOperator theirs) {
        Random random = new Random(1);
        for (int i = 0; i < ROUNDS; i++) {
            double x = i < EDGES.length ? EDGES[i] : any(random);
            boolean small = Math.abs(x) < 1e6;
            assertClose(x, ours.applyAsDouble(x), theirs.applyAsDouble(x), small ? 0 : 1);
        }
    }

    @Test
    void powerHasTheSameBits() {
        assertSameBits(Power::pow, ElementaryFunctionsTest::strictPower);
    }

    /** Java has NaN where C99 has 1. */
    private static double strictPower(double x, double y) {
        return x == 1 || x == -1 && Double.isInfinite(y) ? 1 : StrictMath.pow(x, y);
    }

    @ParameterizedTest
    @CsvSource({
        "1, NaN, 1",
        "NaN, 0, 1",
        "NaN, -0.0, 1",
        "NaN, 1, NaN",
        "2, NaN, NaN",
        "-1, Infinity, 1",
        "-1, -Infinity, 1",
        "1, Infinity, 1",
        "-0.0, -1, -Infinity",
        "-0.0, -2, Infinity",
        "0, -0.5, Infinity",
        "-0.0, 0.5, 0",
        "-0.0, 3, -0.0",
        "-Infinity, 0.5, Infinity",
        "-Infinity, 3, -Infinity",
        "-Infinity, -3, -0.0",
        "-Infinity, -2, 0",
        "-8, 0.3333333333333333, NaN",
        "-2, 3, -8",
        "-2, 0.5, NaN",
        "0.5, Infinity, 0",
        "0.5, -Infinity, Infinity",
        "-0.5, Infinity, 0",
        "-2, -Infinity, 0",
        "2, 1024, Infinity",
        "2, -1075, 0",
        "-2, 1025, -Infinity",
        "2, 0.5, 1.4142135623730951"
    })
    void powerHasTheSpecialCasesOfC99(double x, double y, Double power) {
        assertThat(Power.pow(x, y)).isEqualTo(power);
    }

    @Test
    void powersThatAreFloatsAreExact() {
        for (int n = -1074; n < 1024; n++) {
            assertThat(Power.pow(2, n)).isEqualTo(Math.scalb(1.0, n));
            assertThat(Logarithm.log2(Math.scalb(1.0, n))).isEqualTo(n);
        }
        for (int n = 0; n <= 22; n++) {
            assertThat(Power.pow(10, n)).isEqualTo(Double.parseDouble("1e" + n));
        }
        for (int base = -1000; base <= 1000; base++) {
            double power = 1;
            for (int n = 0; Math.abs(power) <= 0x1p53 && n < 60; n++) {
                assertThat(Power.pow(base, n)).isEqualTo(power);
                power *= base;
            }
        }
    }

    @Test
    void squaresAndRootsAreRoundedOnce() {
        Random random = new Random(2);
        for (int i = 0; i < ROUNDS; i++) {
            double x = any(random);
            assertClose(x, Power.pow(x, 2), x * x, 0);
            assertClose(x, Power.pow(Math.abs(x), 0.5), Math.sqrt(Math.abs(x)), 0);
        }
    }

    @Test
    void logarithmsOfPowersOfTenAreExact() {
        for (int n = -300; n <= 308; n++) {
            assertThat(Logarithm.log10(Double.parseDouble("1e" + n))).isEqualTo(n);
        }
    }

    @Test
    void otherLogarithmsAreClose() {
        // StrictMath's log10, and a quotient of logarithms, have errors above one bit.
        Random random = new Random(3);
        for (int i = 0; i < ROUNDS; i++) {
            double x = i < EDGES.length ? EDGES[i] : any(random);
            assertClose(x, Logarithm.log10(x), StrictMath.log10(x), 2);
            assertClose(x, Logarithm.log2(x), StrictMath.log(x) / StrictMath.log(2), 3);
        }
    }

    /** Correctly rounded values. */
    @ParameterizedTest
    @CsvSource({
        "3, 0x1.95c01a39fbd68p0, 0x1.e8927964fd5fdp-2", "0.7, -0x1.0776228967d13p-1, -0x1.3d3d3d21ccf04p-3",
        "1.0000001, 0x1.35d0fea5fccb7p-23, 0x1.750e5ca0b1098p-25", "5e-324, -1074, -0x1.434e6420f4374p8"
    })
    void otherLogarithmsAreRight(double x, String log2, String log10) {
        assertClose(x, Logarithm.log2(x), Double.parseDouble(log2), 1);
        assertClose(x, Logarithm.log10(x), Double.parseDouble(log10), 1);
    }

    private static void assertSameBits(DoubleUnaryOperator ours, DoubleUnaryOperator theirs) {
        Random random = new Random(4);
        for (int i = 0; i < ROUNDS; i++) {
            double x = i < EDGES.length ? EDGES[i] : any(random);
            assertClose(x, ours.applyAsDouble(x), theirs.applyAsDouble(x), 0);
        }
    }

    private static void assertSameBits(DoubleBinaryOperator ours, DoubleBinaryOperator theirs) {
        for (double x : EDGES) {
            for (double y : EDGES) {
                assertClose(x, ours.applyAsDouble(x, y), theirs.applyAsDouble(x, y), 0);
            }
        }
        Random random = new Random(5);
        for (int i = 0; i < ROUNDS; i++) {
            double x = any(random);
            double y = i % 2 == 0 ? random.nextGaussian() * 10 : any(random);
            assertClose(x, ours.applyAsDouble(x, y), theirs.applyAsDouble(x, y), 0);
        }
    }

    private static double any(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextGaussian();
            case 1 -> random.nextGaussian() * 100;
            case 2 -> random.nextDouble();
            case 3 -> 1 + random.nextGaussian() * 1e-3;
            case 4 -> Math.exp(random.nextGaussian() * 5);
            default -> Numbers.anyFinite(random);
        };
    }

    private static void assertClose(double x, double actual, double expected, int ulps) {
        boolean same = Double.compare(actual, expected) == 0;
        if (!same && !(ulps > 0 && Math.abs(actual - expected) <= ulps * Math.ulp(expected))) {
            assertThat(actual).as("f(%s)", x).isEqualTo(expected);
        }
    }
}
