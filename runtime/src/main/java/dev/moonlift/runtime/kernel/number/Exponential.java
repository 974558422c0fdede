package dev.moonlift.runtime.kernel.number;

/**
 * e to the x. With x = k ln 2 + r and |r| at most ln 2 / 2, it is 2^k e^r, and e^r = 1 + 2 r / (R - r) for a function R
 * of r^2 that a polynomial of degree 5 gives to 59 bits. (Algorithm and coefficients: fdlibm's e_exp.)
 */
public final class Exponential {
    /** Beyond these the result is infinite, or less than half of the least float. */
    private static final double OVERFLOW = 7.09782712893383973096e+02;

    private static final double UNDERFLOW = -7.45133219101941108420e+02;

    /** Just above ln 2 / 2: no reduction is needed below it. */
    private static final double HALF_LN2 = 0x1.62e43p-2;

    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double INVERSE_LN2 = 1.44269504088896338700e+00;

    private static final double P1 = 1.66666666666666019037e-01;
    private static final double P2 = -2.77777777770155933842e-03;
    private static final double P3 = 6.61375632143793436117e-05;
    private static final double P4 = -1.65339022054652515390e-06;
    private static final double P5 = 4.13813679705723846039e-08;

    private Exponential() {}

    public static double exp(double x) {
        if (x > OVERFLOW) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < UNDERFLOW) {
            return 0;
        }
        double magnitude = Math.abs(x);
        if (magnitude < 0x1p-28) {
            return 1 + x;
        }
        return magnitude < HALF_LN2 ? nearZero(x) : reduced(x);
    }

    private static double nearZero(double x) {
        double c = ratioTerm(x);
        return 1 - (x * c / (c - 2) - x);
    }

    private static double reduced(double x) {
        int k = (int) (INVERSE_LN2 * x + Math.copySign(0.5, x));
        // Exact, since the last bits of LN2_HIGH are zeros.
        double high = x - k * LN2_HIGH;
        double low = k * LN2_LOW;
        double r = high - low;
        double c = ratioTerm(r);
        return Binary64.scale(1 - ((low - r * c / (2 - c)) - high), k);
    }

    /** Of |r| at most ln 2 / 2: the c for which {@code e^r = 1 + r + r c / (2 - c)}. */
    static double ratioTerm(double r) {
        double t = r * r;
        return r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
    }
}
