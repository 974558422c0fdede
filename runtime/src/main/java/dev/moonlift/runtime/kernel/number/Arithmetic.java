package dev.moonlift.runtime.kernel.number;

import dev.moonlift.wasm.restricted.Inline;

/**
 * What Lua's operators do to integers and floats, where that is more than one instruction of the machine.
 *
 * <p>Nothing here raises an error: an integer divisor of zero, a step of zero and operands of other types are the
 * caller's to refuse.
 */
public final class Arithmetic {
    /** The least float above all integers. */
    private static final double INTEGER_END = 0x1p63;

    /** Bits by which a mantissa can be shifted up without leaving 63 bits. */
    private static final int REMAINDER_STEP = 10;

    private Arithmetic() {}

    // --- integers ---

    /** Floor division; the divisor is not 0. */
    @Inline
    public static long idiv(long dividend, long divisor) {
        if (divisor == -1) {
            // minInteger // -1 wraps around; the machine's division may trap on it.
            return -dividend;
        }
        long quotient = dividend / divisor;
        boolean roundedUp = (dividend ^ divisor) < 0 && quotient * divisor != dividend;
        return roundedUp ? quotient - 1 : quotient;
    }

    /** The remainder of floor division, with the sign of the divisor, which is not 0. */
    @Inline
    public static long mod(long dividend, long divisor) {
        if (divisor == -1) {
            return 0;
        }
        long remainder = dividend % divisor;
        return remainder != 0 && (remainder ^ divisor) < 0 ? remainder + divisor : remainder;
    }

    /** The remainder of division towards zero, with the sign of the dividend; the divisor is not 0. */
    public static long fmod(long dividend, long divisor) {
        return divisor == -1 ? 0 : dividend % divisor;
    }

    /** Logical shift; a negative {@code by} shifts right, and 64 or more places leave nothing. */
    public static long shiftLeft(long value, long by) {
        if (by >= 0) {
            return by < 64 ? value << by : 0;
        }
        return by > -64 ? value >>> -by : 0;
    }

    /** Logical shift; a negative {@code by} shifts left, and 64 or more places leave nothing. */
    public static long shiftRight(long value, long by) {
        if (by >= 0) {
            return by < 64 ? value >>> by : 0;
        }
        return by > -64 ? value << -by : 0;
    }

    // --- floats ---

    /** Floor division. */
    public static double idiv(double dividend, double divisor) {
        return Math.floor(dividend / divisor);
    }

    /** The remainder of floor division, with the sign of the divisor. */
    public static double mod(double dividend, double divisor) {
        double remainder = fmod(dividend, divisor);
        boolean otherSign = remainder > 0 ? divisor < 0 : remainder < 0 && divisor > 0;
        return otherSign ? remainder + divisor : remainder;
    }

    /** The exact remainder of division towards zero, with the sign of the dividend. */
    public static double fmod(double dividend, double divisor) {
        double x = Math.abs(dividend);
        double y = Math.abs(divisor);
        if (!(x <= Double.MAX_VALUE) || !(y > 0)) {
            return Double.NaN;
        }
        // Also where the divisor is infinite.
        return x < y ? dividend : Math.copySign(remainder(x, y), dividend);
    }

    /** For finite x and y, x not less than y, y above 0. */
    private static double remainder(double x, double y) {
        long xInteger = (long) x;
        long yInteger = (long) y;
        if (xInteger == x && yInteger == y && x < INTEGER_END) {
            return xInteger % yInteger;
        }
        return longDivision(x, y);
    }

    /**
     * Of x = m * 2^e and y = n * 2^f: brings m down by 2 at a time, or rather by 2^10, and keeps what is left modulo n.
     */
    private static double longDivision(double x, double y) {
        long modulus = Binary64.mantissa(y);
        long left = Binary64.mantissa(x) % modulus;
        int places = Binary64.exponent(x) - Binary64.exponent(y);
        while (places > 0 && left != 0) {
            int step = Math.min(places, REMAINDER_STEP);
            left = (left << step) % modulus;
            places -= step;
        }
        return Binary64.exactly(left, Binary64.exponent(y));
    }

    /** The value itself, but one and the same NaN for every NaN; see the package's text for where this matters. */
    public static double canonical(double value) {
        return Double.isNaN(value) ? Double.NaN : value;
    }

    // --- from float to integer ---

    /** Whether a float has an integer's value, so that {@code (long) value} converts it exactly. */
    public static boolean isExactInteger(double value) {
        // The cast saturates: beyond the range nothing but 2^63 itself compares equal.
        return (long) value == value && value != INTEGER_END;
    }

    // --- comparisons of an integer with a float: exact, and false for NaN ---

    public static boolean equal(long a, double b) {
        return isExactInteger(b) && a == (long) b;
    }

    public static boolean lessThan(long a, double b) {
        // Rounding b up to an integer does not change the answer.
        return b >= INTEGER_END || b > -INTEGER_END && a < (long) Math.ceil(b);
    }

    public static boolean lessEqual(long a, double b) {
        return b >= INTEGER_END || b >= -INTEGER_END && a <= (long) Math.floor(b);
    }

    public static boolean lessThan(double a, long b) {
        return a < -INTEGER_END || a < INTEGER_END && (long) Math.floor(a) < b;
    }

    public static boolean lessEqual(double a, long b) {
        return a <= -INTEGER_END || a < INTEGER_END && (long) Math.ceil(a) <= b;
    }

    // --- the numerical for loop over integers ---

    /** Whether the loop's body never runs. */
    public static boolean forSkips(long start, long limit, long step) {
        return step > 0 ? start > limit : start < limit;
    }

    /** Whether the loop's body never runs; NaN as limit counts as below all integers. */
    public static boolean forSkips(long start, double limit, long step) {
        if (step > 0) {
            return !lessEqual(start, limit);
        }
        return lessThan(start, limit);
    }

    /** The last integer that a loop up or down to {@code limit} may reach, where the loop runs at all. */
    public static long forLimit(double limit, long step) {
        if (Double.isNaN(limit)) {
            return Long.MIN_VALUE;
        }
        // The cast saturates, which clips infinities and all else beyond the range.
        return (long) (step > 0 ? Math.floor(limit) : Math.ceil(limit));
    }

    /** How often a loop that runs at all repeats its body after the first time, as an unsigned number. */
    public static long forCount(long start, long limit, long step) {
        if (step > 0) {
            return step == 1 ? limit - start : Long.divideUnsigned(limit - start, step);
        }
        // The step's magnitude is 2^63 for minInteger: right as an unsigned number.
        return Long.divideUnsigned(start - limit, -step);
    }
}
