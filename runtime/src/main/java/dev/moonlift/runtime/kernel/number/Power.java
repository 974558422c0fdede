package dev.moonlift.runtime.kernel.number;

/**
 * x to the y, as C99 has it (Annex F.9.4.4): {@code x^0} and {@code 1^y} are 1 even for NaN, {@code (-1)^inf} is 1.
 * Whole powers of integers are exact where a float can hold them.
 *
 * <p>The result is 2 to the y log2(x). The logarithm is needed to some 70 bits, since its exponent may have ten digits
 * before the point, and comes in two pieces, of which the first has room for an exact product. Each step hands the
 * pieces on to the next. (Algorithm and coefficients: fdlibm's e_pow.)
 */
public final class Power {
    private static final double HUGE_EXPONENT = 0x1.00001p31;
    private static final double CERTAIN_OVERFLOW = 0x1.00001p64;
    private static final double BELOW_ONE = 0x1.fffffp-1;
    private static final double ABOVE_ONE = 0x1.00001p0;

    /** Significands are brought near 1 or near 1.5 below these, that is sqrt(1.5) and sqrt(3). */
    private static final double NEAR_1 = 0x1.3988fp0;

    private static final double NEAR_1_5 = 0x1.bb67ap0;

    /** log2(1.5). */
    private static final double LOG2_1_5_HIGH = 5.84962487220764160156e-01;

    private static final double LOG2_1_5_LOW = 1.35003920212974897128e-08;

    /** Coefficients for 3/2 * (log(x) - 2 s - 2/3 s^3) with x = (1 + s) / (1 - s). */
    private static final double L1 = 5.99999999999994648725e-01;

    private static final double L2 = 4.28571428578550184252e-01;
    private static final double L3 = 3.33333329818377432918e-01;
    private static final double L4 = 2.72728123808534006489e-01;
    private static final double L5 = 2.30660745775561754067e-01;
    private static final double L6 = 2.06975017800338417784e-01;

    /** 2 / (3 ln 2). */
    private static final double C = 9.61796693925975554329e-01;

    private static final double C_HIGH = 9.61796700954437255859e-01;
    private static final double C_LOW = -7.02846165095275826516e-09;

    private static final double INVERSE_LN2 = 1.44269504088896338700e+00;
    private static final double INVERSE_LN2_HIGH = 1.44269502162933349609e+00;
    private static final double INVERSE_LN2_LOW = 1.92596299112661746887e-08;

    private static final double LN2 = 6.93147180559945286227e-01;
    private static final double LN2_HIGH = 6.93147182464599609375e-01;
    private static final double LN2_LOW = -1.90465429995776804525e-09;

    private static final double OVERFLOW = 1024;
    private static final double UNDERFLOW = -1075;
    /** -(1024 - log2(the greatest float and half of its last bit)). */
    private static final double OVERFLOW_TAIL = 8.0085662595372944372e-17;

    private Power() {}

    public static double pow(double x, double y) {
        if (y == 2) {
            return x * x;
        }
        if (y == 0 || x == 1) {
            return 1;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        return Math.abs(y) <= Double.MAX_VALUE ? finitePower(x, y) : infinitePower(Math.abs(x), y > 0);
    }

    private static double infinitePower(double magnitude, boolean positive) {
        if (magnitude == 1) {
            return 1;
        }
        return magnitude > 1 == positive ? Double.POSITIVE_INFINITY : 0;
    }

    private static double finitePower(double x, double y) {
        if (y == 1) {
            return x;
        }
        if (y == -1) {
            return 1 / x;
        }
        if (y == 0.5 && !Binary64.isNegative(x)) {
            return Math.sqrt(x);
        }
        double magnitude = Math.abs(x);
        boolean whole = Math.floor(y) == y;
        if (x < 0 && x >= -Double.MAX_VALUE && !whole) {
            return Double.NaN;
        }
        boolean negative = Binary64.isNegative(x) && whole && isOdd(y);
        double power = positivePower(magnitude, y);
        return negative ? -power : power;
    }

    /** Of a whole number. */
    private static boolean isOdd(double y) {
        double half = y / 2;
        return Math.floor(half) != half;
    }

    private static double positivePower(double x, double y) {
        if (x == 0 || x == 1 || x == Double.POSITIVE_INFINITY) {
            return y < 0 ? 1 / x : x;
        }
        return Math.abs(y) < HUGE_EXPONENT ? powerOf(x, y) : hugePower(x, y);
    }

    /** Only a number close to 1 has a power so large that is neither infinite nor 0. */
    private static double hugePower(double x, double y) {
        boolean certain = Math.abs(y) >= CERTAIN_OVERFLOW;
        if (x < (certain ? 1 : BELOW_ONE)) {
            return y < 0 ? Double.POSITIVE_INFINITY : 0;
        }
        if (certain || x >= ABOVE_ONE) {
            return y > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        // The logarithm of 1 + t is t - t^2/2 + t^3/3 - t^4/4 where |t| is at most 2^-20.
        double t = x - 1;
        double w = t * t * (0.5 - t * (0.3333333333333333333333 - t * 0.25));
        double u = INVERSE_LN2_HIGH * t;
        double v = t * INVERSE_LN2_LOW - w * INVERSE_LN2;
        double high = Binary64.withoutLow(u + v);
        return raise(y, high, v - (high - u));
    }

    private static double powerOf(double x, double y) {
        int n = Binary64.binaryLogarithm(x);
        double significand = Binary64.scale(x, -n);
        if (significand < NEAR_1) {
            return nearOne(significand, n, y);
        }
        return significand < NEAR_1_5 ? nearOneAndHalf(significand, n, y) : nearOne(significand / 2, n + 1, y);
    }

    private static double nearOne(double x, int n, double y) {
        return powerByRatio(x, 1, 0, 0, n, y);
    }

    private static double nearOneAndHalf(double x, int n, double y) {
        return powerByRatio(x, 1.5, LOG2_1_5_HIGH, LOG2_1_5_LOW, n, y);
    }

    /** With s = (x - center) / (x + center) in two pieces, the first of 21 bits, so that its square is exact. */
    private static double powerByRatio(double x, double center, double logHigh, double logLow, int n, double y) {
        double u = x - center;
        double v = 1 / (x + center);
        double s = u * v;
        double sHigh = Binary64.withoutLow(s);
        double sumHigh = Binary64.withoutLow33(x) + center;
        double sumLow = x - (sumHigh - center);
        double sLow = v * ((u - sHigh * sumHigh) - sHigh * sumLow);
        return powerBySeries(s, sHigh, sLow, logHigh, logLow, n, y);
    }

    /** log2(x) = n + log2(center) + 2 / (3 ln 2) * (3 s + s^3 + ...), in two pieces again. */
    private static double powerBySeries(
            double s, double sHigh, double sLow, double logHigh, double logLow, int n, double y) {
        double s2 = s * s;
        double tail = s2 * s2 * (L1 + s2 * (L2 + s2 * (L3 + s2 * (L4 + s2 * (L5 + s2 * L6))))) + sLow * (sHigh + s);
        double square = sHigh * sHigh;
        double tHigh = Binary64.withoutLow(3 + square + tail);
        double tLow = tail - ((tHigh - 3) - square);
        double u = sHigh * tHigh;
        double v = sLow * tHigh + tLow * s;
        double pHigh = Binary64.withoutLow(u + v);
        double pLow = v - (pHigh - u);
        double zHigh = C_HIGH * pHigh;
        double zLow = C_LOW * pHigh + pLow * C + logLow;
        double high = Binary64.withoutLow(((zHigh + zLow) + logHigh) + n);
        return raise(y, high, zLow - (((high - n) - logHigh) - zHigh));
    }

    /** Two to the {@code y * (high + low)}. */
    private static double raise(double y, double high, double low) {
        double yHigh = Binary64.withoutLow(y);
        double productLow = (y - yHigh) * high + y * low;
        double productHigh = yHigh * high;
        double product = productLow + productHigh;
        if (product > OVERFLOW || product == OVERFLOW && productLow + OVERFLOW_TAIL > product - productHigh) {
            return Double.POSITIVE_INFINITY;
        }
        if (product < UNDERFLOW || product == UNDERFLOW && productLow <= product - productHigh) {
            return 0;
        }
        int n = (int) (product + Math.copySign(0.5, product));
        return Binary64.scale(twoTo(productHigh - n, productLow), n);
    }

    /** Two to the {@code high + low}, which is at most about one half, as e to the sum times ln 2. */
    private static double twoTo(double high, double low) {
        double t = Binary64.withoutLow(low + high);
        double u = t * LN2_HIGH;
        double v = (low - (t - high)) * LN2 + t * LN2_LOW;
        double z = u + v;
        double w = v - (z - u);
        double c = Exponential.ratioTerm(z);
        double r = z * c / (c - 2) - (w + z * w);
        return 1 - (r - z);
    }
}
