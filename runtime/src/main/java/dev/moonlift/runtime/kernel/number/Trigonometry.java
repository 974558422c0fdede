package dev.moonlift.runtime.kernel.number;

/**
 * Sine, cosine and tangent of angles in radians of any size. A multiple of pi / 2 is subtracted; what is left, at most
 * pi / 4 in magnitude, goes through polynomials with an error below 2^-58. (Algorithms and coefficients: fdlibm's
 * k_sin, k_cos and k_tan.)
 */
public final class Trigonometry {
    /** Just above pi / 4. */
    private static final double QUARTER_PI_END = 0x1.921fcp-1;

    private static final double S1 = -1.66666666666666324348e-01;
    private static final double S2 = 8.33333333332248946124e-03;
    private static final double S3 = -1.98412698298579493134e-04;
    private static final double S4 = 2.75573137070700676789e-06;
    private static final double S5 = -2.50507602534068634195e-08;
    private static final double S6 = 1.58969099521155010221e-10;

    private static final double C1 = 4.16666666666666019037e-02;
    private static final double C2 = -1.38888888888741095749e-03;
    private static final double C3 = 2.48015872894767294178e-05;
    private static final double C4 = -2.75573143513906633035e-07;
    private static final double C5 = 2.08757232129817482790e-09;
    private static final double C6 = -1.13596475577881948265e-11;

    private static final double T0 = 3.33333333333334091986e-01;
    private static final double T1 = 1.33333333333201242699e-01;
    private static final double T2 = 5.39682539762260521377e-02;
    private static final double T3 = 2.18694882948595424599e-02;
    private static final double T4 = 8.86323982359930005737e-03;
    private static final double T5 = 3.59207910759131235356e-03;
    private static final double T6 = 1.45620945432529025516e-03;
    private static final double T7 = 5.88041240820264096874e-04;
    private static final double T8 = 2.46463134818469906812e-04;
    private static final double T9 = 7.81794442939557092300e-05;
    private static final double T10 = 7.14072491382608190305e-05;
    private static final double T11 = -1.85586374855275456654e-05;
    private static final double T12 = 2.59073051863633712884e-05;

    private static final double QUARTER_PI = 7.85398163397448278999e-01;
    private static final double QUARTER_PI_TAIL = 3.06161699786838301793e-17;
    /** From here on the tangent is reckoned from pi / 4 down. */
    private static final double TAN_NEAR_END = 0x1.59428p-1;

    private final ArgumentReduction reduction;

    public Trigonometry(ArgumentReduction reduction) {
        this.reduction = reduction;
    }

    public double sin(double angle) {
        double magnitude = Math.abs(angle);
        if (magnitude < QUARTER_PI_END) {
            return magnitude < 0x1p-27 ? angle : sine(angle);
        }
        if (!(magnitude <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        return sineAfter(reduction.reduce(angle), reduction.remainder(), reduction.tail());
    }

    public double cos(double angle) {
        double magnitude = Math.abs(angle);
        if (magnitude < QUARTER_PI_END) {
            return magnitude < 0x1p-27 ? 1 : cosine(angle, 0);
        }
        if (!(magnitude <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        return sineAfter(reduction.reduce(angle) + 1, reduction.remainder(), reduction.tail());
    }

    public double tan(double angle) {
        double magnitude = Math.abs(angle);
        if (magnitude < QUARTER_PI_END) {
            return magnitude < 0x1p-28 ? angle : tangent(angle, 0, true);
        }
        if (!(magnitude <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        boolean even = (reduction.reduce(angle) & 1) == 0;
        return tangent(reduction.remainder(), reduction.tail(), even);
    }

    /** The sine of an angle and so many quarter turns. */
    private static double sineAfter(int quarters, double angle, double tail) {
        double magnitude = (quarters & 1) == 0 ? sine(angle, tail) : cosine(angle, tail);
        return (quarters & 2) == 0 ? magnitude : -magnitude;
    }

    private static double sine(double x) {
        double z = x * x;
        return x + z * x * (S1 + z * sineSeries(z));
    }

    private static double sine(double x, double tail) {
        double z = x * x;
        double v = z * x;
        return x - ((z * (0.5 * tail - v * sineSeries(z)) - tail) - v * S1);
    }

    private static double sineSeries(double z) {
        return S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
    }

    private static double cosine(double x, double tail) {
        double magnitude = Math.abs(x);
        double z = x * x;
        double r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
        double correction = z * r - x * tail;
        if (magnitude < 0x1.33333p-2) {
            return 1 - (0.5 * z - correction);
        }
        // Some quarter of x goes from both 1 and z / 2, exactly, to leave less to round.
        double part = magnitude >= 0x1.90001p-1 ? 0.28125 : 0.25 * Binary64.withoutLow(magnitude);
        return (1 - part) - ((0.5 * z - part) - correction);
    }

    /** The tangent after an even number of quarter turns, after an odd one minus its inverse. */
    private static double tangent(double x, double tail, boolean even) {
        if (Math.abs(x) >= TAN_NEAR_END) {
            return x < 0 ? -tangentNearEnd(-x, -tail, even) : tangentNearEnd(x, tail, even);
        }
        double rest = tangentRest(x, tail);
        return even ? x + rest : minusInverse(x, rest);
    }

    /** With y = pi / 4 - x: tan x = 1 - 2 (tan y - tan(y)^2 / (1 + tan y)). */
    private static double tangentNearEnd(double x, double tail, boolean even) {
        double y = (QUARTER_PI - x) + (QUARTER_PI_TAIL - tail);
        double rest = tangentRest(y, 0);
        double w = y + rest;
        double v = even ? 1 : -1;
        return v - 2 * (y - (w * w / (w + v) - rest));
    }

    /** tan x - x, its polynomial as a sum of even and odd powers. */
    private static double tangentRest(double x, double tail) {
        double z = x * x;
        double w = z * z;
        double even = T1 + w * (T3 + w * (T5 + w * (T7 + w * (T9 + w * T11))));
        double odd = z * (T2 + w * (T4 + w * (T6 + w * (T8 + w * (T10 + w * T12)))));
        double cube = z * x;
        return (tail + z * (cube * (even + odd) + tail)) + T0 * cube;
    }

    /** -1 / (x + rest), corrected by what the quotient's upper half misses. */
    private static double minusInverse(double x, double rest) {
        double sum = x + rest;
        double high = Binary64.withoutLow(sum);
        double low = rest - (high - x);
        double quotient = -1 / sum;
        double quotientHigh = Binary64.withoutLow(quotient);
        double missing = 1 + quotientHigh * high;
        return quotientHigh + quotient * (missing + quotientHigh * low);
    }
}
