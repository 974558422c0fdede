package dev.moonlift.runtime.kernel.number;

/**
 * Logarithms to the bases e, 2 and 10. With x = 2^k (1 + f) and 1 + f between sqrt(2) / 2 and sqrt(2), the logarithm of
 * 1 + f is {@code f - f^2 / 2 + s (f^2 / 2 + R)}, where s = f / (2 + f) and R is a polynomial in s^2 with an error
 * below 2^-58. (Algorithm and coefficients: fdlibm's e_log.) For the other bases f - f^2 / 2 is kept in two pieces, so
 * that the division by ln 2 or ln 10 loses nothing. (As in FreeBSD's e_log2 and e_log10.)
 */
public final class Logarithm {
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double INVERSE_LN2_HIGH = 1.44269504072144627571e+00;
    private static final double INVERSE_LN2_LOW = 1.67517131648865118353e-10;
    private static final double INVERSE_LN10_HIGH = 4.34294481878168880939e-01;
    private static final double INVERSE_LN10_LOW = 2.50829467116452752298e-11;
    private static final double LOG10_2_HIGH = 3.01029995663611771306e-01;
    private static final double LOG10_2_LOW = 3.69423907715893078616e-13;

    private static final double L1 = 6.666666666666735130e-01;
    private static final double L2 = 3.999999999940941908e-01;
    private static final double L3 = 2.857142874366239149e-01;
    private static final double L4 = 2.222219843214978396e-01;
    private static final double L5 = 1.818357216161805012e-01;
    private static final double L6 = 1.531383769920937332e-01;
    private static final double L7 = 1.479819860511658591e-01;

    private static final double THIRD = 0.33333333333333333;
    private static final double ABOVE_SUBNORMAL = 0x1p54;

    /** 1 + f stays below the square root of two by this rule on the 20 highest bits of the fraction. */
    private static final int SQRT2_CARRY = 0x95F64;

    private static final int HIGH_FRACTION = 0xF_FFFF;

    /** The significands, near the ends of that range, for which f^2 / 2 is worth a term of its own. */
    private static final double SQUARE_FROM = 0x1.6147ap0;

    private static final double SQUARE_TO = 0x1.6b852p0;

    private Logarithm() {}

    public static double log(double x) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            return special(x);
        }
        int k = exponent(x);
        double f = Binary64.scale(x, -k) - 1;
        return Math.abs(f) < 0x1p-20 ? nearPowerOfTwo(f, k) : general(f, k);
    }

    public static double log2(double x) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            return special(x);
        }
        int k = exponent(x);
        double f = Binary64.scale(x, -k) - 1;
        double high = Binary64.withoutLow(f - 0.5 * f * f);
        double low = low(f, high);
        double inexact = (low + high) * INVERSE_LN2_LOW + low * INVERSE_LN2_HIGH;
        return sum(k, high * INVERSE_LN2_HIGH, inexact);
    }

    public static double log10(double x) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            return special(x);
        }
        int k = exponent(x);
        double f = Binary64.scale(x, -k) - 1;
        double high = Binary64.withoutLow(f - 0.5 * f * f);
        double low = low(f, high);
        double inexact = k * LOG10_2_LOW + (low + high) * INVERSE_LN10_LOW + low * INVERSE_LN10_HIGH;
        return sum(k * LOG10_2_HIGH, high * INVERSE_LN10_HIGH, inexact);
    }

    /** Of what is no positive finite number. */
    private static double special(double x) {
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return x > 0 ? x : Double.NaN;
    }

    /** The k for which x / 2^k lies between the square root of one half and that of two. */
    private static int exponent(double x) {
        if (x < Double.MIN_NORMAL) {
            return exponent(x * ABOVE_SUBNORMAL) - 54;
        }
        int high = Binary64.highWord(x);
        return (high >> 20) - 1023 + ((high & HIGH_FRACTION) + SQRT2_CARRY >> 20);
    }

    private static double nearPowerOfTwo(double f, int k) {
        if (f == 0) {
            return k * LN2_HIGH + k * LN2_LOW;
        }
        double r = f * f * (0.5 - THIRD * f);
        return k * LN2_HIGH - ((r - k * LN2_LOW) - f);
    }

    private static double general(double f, int k) {
        double s = f / (2 + f);
        double r = series(s * s);
        double significand = f < 0 ? 2 + 2 * f : 1 + f;
        if (significand >= SQUARE_FROM && significand < SQUARE_TO) {
            double half = 0.5 * f * f;
            return k * LN2_HIGH - ((half - (s * (half + r) + k * LN2_LOW)) - f);
        }
        return k * LN2_HIGH - ((s * (f - r) - k * LN2_LOW) - f);
    }

    /** R, as a sum of its even and odd powers. */
    private static double series(double z) {
        double w = z * z;
        double even = w * (L2 + w * (L4 + w * L6));
        double odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
        return odd + even;
    }

    /** What the logarithm of 1 + f has beyond its high part. */
    private static double low(double f, double high) {
        double s = f / (2 + f);
        double half = 0.5 * f * f;
        return (f - high) - half + s * (half + series(s * s));
    }

    /** {@code a + b + low}, for numbers a and b that the high parts gave exactly, |a| not below |b| or 0. */
    private static double sum(double a, double b, double low) {
        double sum = a + b;
        return low + ((a - sum) + b) + sum;
    }
}
