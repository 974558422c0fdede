package dev.moonlift.runtime.kernel.number;

/** Arc sine, arc cosine and arc tangent. (Algorithms and coefficients: fdlibm's e_asin, e_acos, s_atan and e_atan2.) */
public final class InverseTrigonometry {
    private static final double PI = 3.14159265358979311600e+00;
    private static final double PI_TAIL = 1.2246467991473531772e-16;
    private static final double HALF_PI = 1.57079632679489655800e+00;
    private static final double HALF_PI_TAIL = 6.12323399573676603587e-17;
    private static final double QUARTER_PI = 7.85398163397448278999e-01;
    private static final double QUARTER_PI_TAIL = 3.06161699786838301793e-17;

    /** (asin(x) - x) / x^3 as a quotient of polynomials in x^2. */
    private static final double P0 = 1.66666666666666657415e-01;

    private static final double P1 = -3.25565818622400915405e-01;
    private static final double P2 = 2.01212532134862925881e-01;
    private static final double P3 = -4.00555345006794114027e-02;
    private static final double P4 = 7.91534994289814532176e-04;
    private static final double P5 = 3.47933107596021167570e-05;
    private static final double Q1 = -2.40339491173441421878e+00;
    private static final double Q2 = 2.02094576023350569471e+00;
    private static final double Q3 = -6.88283971605453293030e-01;
    private static final double Q4 = 7.70381505559019352791e-02;

    /** (x - atan(x)) / x^3 as a polynomial in x^2. */
    private static final double A0 = 3.33333333333329318027e-01;

    private static final double A1 = -1.99999999998764832476e-01;
    private static final double A2 = 1.42857142725034663711e-01;
    private static final double A3 = -1.11111104054623557880e-01;
    private static final double A4 = 9.09088713343650656196e-02;
    private static final double A5 = -7.69187620504482999495e-02;
    private static final double A6 = 6.66107313738753120669e-02;
    private static final double A7 = -5.83357013379057348645e-02;
    private static final double A8 = 4.97687799461593236017e-02;
    private static final double A9 = -3.65315727442169155270e-02;
    private static final double A10 = 1.62858201153657823623e-02;

    private static final double ATAN_HALF = 4.63647609000806093515e-01;
    private static final double ATAN_HALF_TAIL = 2.26987774529616870924e-17;
    private static final double ATAN_3_HALVES = 9.82793723247329054082e-01;
    private static final double ATAN_3_HALVES_TAIL = 1.39033110312309984516e-17;

    private InverseTrigonometry() {}

    public static double asin(double x) {
        double magnitude = Math.abs(x);
        if (!(magnitude <= 1)) {
            return Double.NaN;
        }
        if (magnitude < 0.5) {
            return magnitude < 0x1p-27 ? x : x + x * sineRatio(x * x);
        }
        return magnitude == 1 ? Math.copySign(HALF_PI, x) : Math.copySign(asinAboveHalf(magnitude), x);
    }

    /** asin x = pi / 2 - 2 asin(sqrt((1 - x) / 2)). */
    private static double asinAboveHalf(double x) {
        double t = (1 - x) * 0.5;
        double s = Math.sqrt(t);
        double ratio = sineRatio(t);
        if (x >= 0x1.f3333p-1) {
            return HALF_PI - (2 * (s + s * ratio) - HALF_PI_TAIL);
        }
        double high = Binary64.withoutLow(s);
        double low = (t - high * high) / (s + high);
        double p = 2 * s * ratio - (HALF_PI_TAIL - 2 * low);
        return QUARTER_PI - (p - (QUARTER_PI - 2 * high));
    }

    public static double acos(double x) {
        double magnitude = Math.abs(x);
        if (!(magnitude <= 1)) {
            return Double.NaN;
        }
        if (magnitude < 0.5) {
            return HALF_PI - (x - (HALF_PI_TAIL - x * sineRatio(x * x)));
        }
        return x < 0 ? acosBelowMinusHalf(x) : acosAboveHalf(x);
    }

    private static double acosBelowMinusHalf(double x) {
        double z = (1 + x) * 0.5;
        double s = Math.sqrt(z);
        return PI - 2 * (s + (sineRatio(z) * s - HALF_PI_TAIL));
    }

    private static double acosAboveHalf(double x) {
        if (x == 1) {
            return 0;
        }
        double z = (1 - x) * 0.5;
        double s = Math.sqrt(z);
        double high = Binary64.withoutLow(s);
        double low = (z - high * high) / (s + high);
        return 2 * (high + (sineRatio(z) * s + low));
    }

    private static double sineRatio(double z) {
        double p = z * (P0 + z * (P1 + z * (P2 + z * (P3 + z * (P4 + z * P5)))));
        double q = 1 + z * (Q1 + z * (Q2 + z * (Q3 + z * Q4)));
        return p / q;
    }

    /** The angle of the point (x, y), with C99's answers for zeros and infinities (Annex F.9.1.4). */
    public static double atan2(double y, double x) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        boolean left = Binary64.isNegative(x);
        if (y == 0) {
            return left ? Math.copySign(PI, y) : y;
        }
        boolean farUp = !(Math.abs(y) <= Double.MAX_VALUE);
        boolean farAside = !(Math.abs(x) <= Double.MAX_VALUE);
        if (farUp && farAside) {
            return Math.copySign(left ? 3 * QUARTER_PI : QUARTER_PI, y);
        }
        if (x == 0 || farUp) {
            return Math.copySign(HALF_PI, y);
        }
        double angle = atan(Math.abs(y / x));
        return Math.copySign(left ? PI - (angle - PI_TAIL) : angle, y);
    }

    public static double atan(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < 0.4375) {
            return magnitude < 0x1p-29 ? x : x - x * tangentSeries(x);
        }
        return Double.isNaN(x) ? Double.NaN : Math.copySign(atanFromNearby(magnitude), x);
    }

    /** atan x = atan c + atan((x - c) / (1 + x c)), for a c near x. */
    private static double atanFromNearby(double x) {
        if (x < 0.6875) {
            return atanSum(ATAN_HALF, ATAN_HALF_TAIL, (2 * x - 1) / (2 + x));
        }
        if (x < 1.1875) {
            return atanSum(QUARTER_PI, QUARTER_PI_TAIL, (x - 1) / (x + 1));
        }
        if (x < 2.4375) {
            return atanSum(ATAN_3_HALVES, ATAN_3_HALVES_TAIL, (x - 1.5) / (1 + 1.5 * x));
        }
        return atanSum(HALF_PI, HALF_PI_TAIL, -1 / x);
    }

    private static double atanSum(double angle, double tail, double x) {
        return angle - ((x * tangentSeries(x) - tail) - x);
    }

    /** (x - atan x) / x, as a sum of even and odd powers. */
    private static double tangentSeries(double x) {
        double z = x * x;
        double w = z * z;
        double odd = z * (A0 + w * (A2 + w * (A4 + w * (A6 + w * (A8 + w * A10)))));
        double even = w * (A1 + w * (A3 + w * (A5 + w * (A7 + w * A9))));
        return odd + even;
    }
}
