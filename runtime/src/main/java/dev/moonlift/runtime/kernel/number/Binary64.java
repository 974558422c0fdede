package dev.moonlift.runtime.kernel.number;

/**
 * A float as {@code mantissa * 2^exponent}, an integer and a scale: normal numbers have a mantissa of 53 bits, the
 * others fewer and the least exponent.
 */
final class Binary64 {
    static final int MANTISSA_BITS = 53;
    static final int LEAST_EXPONENT = -1074;
    static final int GREATEST_EXPONENT = 971;

    private static final int GREATEST_POWER = 1023;
    private static final int LEAST_POWER = -1022;
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;
    private static final int EXPONENT_MASK = 0x7FF;

    private Binary64() {}

    /** Of a finite float, without its sign. */
    static long mantissa(double value) {
        long bits = Double.doubleToRawLongBits(value);
        long fraction = bits & FRACTION_MASK;
        return exponentField(bits) == 0 ? fraction : fraction | (1L << FRACTION_BITS);
    }

    /** Of a finite float. */
    static int exponent(double value) {
        int field = exponentField(Double.doubleToRawLongBits(value));
        return Math.max(field, 1) - 1 + LEAST_EXPONENT;
    }

    static boolean isNegative(double value) {
        return Double.doubleToRawLongBits(value) < 0;
    }

    /** The upper 32 bits: sign, exponent and the first 20 bits of the fraction. */
    static int highWord(double value) {
        return (int) (Double.doubleToRawLongBits(value) >> 32);
    }

    /** The float with the lower 32 bits of its mantissa cleared: two such have an exact product, or nearly. */
    static double withoutLow(double value) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & -1L << 32);
    }

    /** The same for one bit more. */
    static double withoutLow33(double value) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & -1L << 33);
    }

    /** The greatest n for which 2^n is not above a finite float, which is above 0. */
    static int binaryLogarithm(double value) {
        return exponent(value) + Long.SIZE - 1 - Long.numberOfLeadingZeros(mantissa(value));
    }

    /** {@code value * 2^power}, rounded once; the power is between -2000 and 2000. */
    static double scale(double value, int power) {
        if (power > GREATEST_POWER) {
            return value * powerOfTwo(power - GREATEST_POWER) * powerOfTwo(GREATEST_POWER);
        }
        if (power < LEAST_POWER) {
            // The first product is exact for values near 1, so that only the second rounds.
            return value * powerOfTwo(power - LEAST_POWER) * powerOfTwo(LEAST_POWER);
        }
        return value * powerOfTwo(power);
    }

    /** For powers that a normal number has. */
    static double powerOfTwo(int power) {
        return Double.longBitsToDouble((long) (power + GREATEST_POWER) << FRACTION_BITS);
    }

    /** The float {@code mantissa * 2^exponent}, which must exist; the mantissa has at most 53 bits. */
    static double exactly(long mantissa, int exponent) {
        if (mantissa == 0) {
            return 0;
        }
        int up = Math.min(Long.numberOfLeadingZeros(mantissa) - (Long.SIZE - MANTISSA_BITS), exponent - LEAST_EXPONENT);
        return pack(mantissa << up, exponent - up);
    }

    /**
     * The float nearest to {@code mantissa * 2^exponent}, to the even one of two.
     *
     * @param mantissa unsigned, not 0
     * @param inexact whether the true mantissa is greater, by less than 1; then this one has at least 55 bits
     */
    static double round(long mantissa, boolean inexact, int exponent) {
        int up = Long.numberOfLeadingZeros(mantissa);
        long full = mantissa << up;
        int dropped = Math.max(Long.SIZE - MANTISSA_BITS, LEAST_EXPONENT - (exponent - up));
        if (dropped > Long.SIZE) {
            return 0;
        }
        int scale = exponent - up + dropped;
        if (scale > GREATEST_EXPONENT) {
            return Double.POSITIVE_INFINITY;
        }
        long kept = dropped == Long.SIZE ? 0 : full >>> dropped;
        long rest = full << (Long.SIZE - dropped);
        return pack(kept + (roundsUp(kept, rest, inexact) ? 1 : 0), scale);
    }

    /** Whether to go up from {@code kept}, when {@code rest} are the 64 bits behind it, and more follow if inexact. */
    private static boolean roundsUp(long kept, long rest, boolean inexact) {
        boolean halfOrMore = rest < 0;
        boolean tie = rest == Long.MIN_VALUE && !inexact;
        return halfOrMore && (!tie || (kept & 1) != 0);
    }

    /**
     * The mantissa is below 2^52 only with the least exponent. Adding it to the field below counts the leading bit into
     * the exponent's field, where it belongs; 2^53, which rounding may give, comes out right as well, even as infinity.
     */
    private static double pack(long mantissa, int exponent) {
        return Double.longBitsToDouble(((long) (exponent - LEAST_EXPONENT) << FRACTION_BITS) + mantissa);
    }

    private static int exponentField(long bits) {
        return (int) (bits >>> FRACTION_BITS) & EXPONENT_MASK;
    }
}
