package dev.moonlift.runtime.kernel.lib;

/**
 * The bits of floats that leave a guest or enter it. A NaN leaves as one pattern only, so that a program cannot see
 * which of them a processor made. Kernel code has no floats of 32 bits, so these are computed here.
 */
final class FloatBits {
    private static final long NAN = 0x7FF8000000000000L;
    private static final int NARROW_NAN = 0x7FC00000;
    private static final int NARROW_INFINITY = 0x7F800000;
    private static final long INFINITY = 0x7FF0000000000000L;

    /** From here on a number rounds to infinity: half a unit above the largest float. */
    private static final double NARROW_OVERFLOW = 0x1.ffffffp127;
    /** The least normal float; below, floats are multiples of 2^-149. */
    private static final double NARROW_NORMAL = 0x1p-126;

    private static final double SUBNORMAL_SCALE = 0x1p149;
    private static final double SUBNORMAL_UNIT = 0x1p-149;

    /** Bits by which the fractions differ, and biases of the exponents. */
    private static final int SHIFT = 29;

    private static final long REBIAS = 1023L - 127 << 23;

    private FloatBits() {}

    /** The bits of a float of 64 bits. */
    static long canonical(double value) {
        return Double.isNaN(value) ? NAN : Double.doubleToRawLongBits(value);
    }

    /** The bits of the nearest float of 32 bits, of two the even one. */
    static int narrow(double value) {
        if (Double.isNaN(value)) {
            return NARROW_NAN;
        }
        int sign = (int) (Double.doubleToRawLongBits(value) >>> 32) & 0x80000000;
        return sign | narrowPositive(Math.abs(value));
    }

    private static int narrowPositive(double value) {
        if (value >= NARROW_OVERFLOW) {
            return NARROW_INFINITY;
        }
        if (value < NARROW_NORMAL) {
            return (int) Math.rint(value * SUBNORMAL_SCALE);
        }
        long bits = Double.doubleToRawLongBits(value);
        long half = (1L << SHIFT - 1) - 1 + (bits >>> SHIFT & 1);
        return (int) ((bits + half >>> SHIFT) - REBIAS);
    }

    /** The number that the bits of a float of 32 bits stand for. */
    static double widen(int bits) {
        long sign = (long) (bits & 0x80000000) << 32;
        int exponent = bits >>> 23 & 0xFF;
        long fraction = bits & 0x7FFFFF;
        if (exponent == 0) {
            return Math.copySign(fraction * SUBNORMAL_UNIT, bits < 0 ? -1.0 : 1.0);
        }
        if (exponent == 0xFF) {
            return Double.longBitsToDouble(fraction != 0 ? NAN : sign | INFINITY);
        }
        return Double.longBitsToDouble(sign | (bits & 0x7FFFFFFFL) + REBIAS << SHIFT);
    }
}
