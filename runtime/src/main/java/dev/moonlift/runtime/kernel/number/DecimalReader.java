package dev.moonlift.runtime.kernel.number;

import dev.moonlift.runtime.memory.Memory;

/**
 * The float nearest to a decimal numeral of any length, to the even one of two.
 *
 * <p>Three ways, the quick ones first. A short numeral is one exact integer times or divided by one exact power of ten
 * (Clinger, "How to read floating point numbers accurately", 1990). Else the first 19 digits times a power of ten in
 * 128 bits give the answer, unless the product's error reaches a tie (Lemire, "Number parsing at a gigabyte per
 * second", 2021). Else arithmetic with large numbers decides. The text is only walked through, so time is linear in its
 * length.
 */
public final class DecimalReader {
    /** Digits that fit a long without sign. */
    private static final int QUICK_DIGITS = 19;
    /** Ties between two floats have at most 767 digits: of what follows it matters only whether it is zero. */
    private static final int EXACT_DIGITS = 768;

    private static final int GROUP_DIGITS = 9;

    /** The greatest power of ten that is a float, and the first integer whose successor is none. */
    private static final int EXACT_TEN = 22;

    private static final long EXACT_INTEGER = 1L << 53;

    /** Numerals 0.d * 10^scale are above all floats, or below half of the least, when scale is beyond these. */
    private static final int GREATEST_SCALE = 309;

    private static final int LEAST_SCALE = -323;

    /** As in {@link DecimalDigits}: the error of the upper 128 bits of a product. */
    private static final int PRODUCT_ERROR = PowerOfTen.ERROR + 1;

    private final Memory memory;
    private final BigNatural natural;

    public DecimalReader(Memory memory, BigNatural natural) {
        this.memory = memory;
        this.natural = natural;
    }

    /**
     * Reads {@code digits * 10^exponent}, where the digits are a text with or without a point among them.
     *
     * @return the float, never negative
     */
    double read(int start, int end, long exponent) {
        int first = start;
        while (first < end && (memory.getByte(first) == '0' || memory.getByte(first) == '.')) {
            first++;
        }
        if (first == end) {
            return 0;
        }
        int point = point(start, end);
        int length = end - first - (first < point && point < end ? 1 : 0);
        // With d for the digits from the first that is not 0, the numeral is 0.d * 10^scale.
        long scale = point - first + (first < point ? 0 : 1) + exponent;
        if (scale > GREATEST_SCALE) {
            return Double.POSITIVE_INFINITY;
        }
        return scale < LEAST_SCALE ? 0 : scaled(first, length, (int) scale);
    }

    /** The address of the point, or of the end where there is none. */
    private int point(int start, int end) {
        int at = start;
        while (at < end && memory.getByte(at) != '.') {
            at++;
        }
        return at;
    }

    /** Reads 0.d * 10^scale, where d are so many digits from {@code first}. */
    private double scaled(int first, int length, int scale) {
        int count = Math.min(length, QUICK_DIGITS);
        long number = leadingDigits(first, count);
        int exponent = scale - count;
        if (count == length && Math.abs(exponent) <= EXACT_TEN && Long.compareUnsigned(number, EXACT_INTEGER) <= 0) {
            double ten = (double) PowerOfTen.five(Math.abs(exponent)) * (1L << Math.abs(exponent));
            return exponent < 0 ? number / ten : number * ten;
        }
        double quick = quick(number, exponent, count < length);
        return Double.isNaN(quick) ? exact(first, length, scale) : quick;
    }

    private long leadingDigits(int first, int count) {
        long number = 0;
        int at = first;
        for (int i = 0; i < count; i++) {
            at = skipPoint(at);
            number = 10 * number + memory.getByte(at) - '0';
            at++;
        }
        return number;
    }

    private int skipPoint(int at) {
        return memory.getByte(at) == '.' ? at + 1 : at;
    }

    /**
     * The float nearest to {@code number * 10^exponent}; NaN where this cannot tell.
     *
     * @param number unsigned, not 0
     * @param cut whether the true number is greater, by less than 1
     */
    private static double quick(long number, int exponent, boolean cut) {
        int up = Long.numberOfLeadingZeros(number);
        long factor = number << up;
        long high = PowerOfTen.high(exponent);
        long middle = factor * high + PowerOfTen.multiplyHigh(factor, PowerOfTen.low(exponent));
        long carry = Long.compareUnsigned(middle, factor * high) < 0 ? 1 : 0;
        long top = PowerOfTen.multiplyHigh(factor, high) + carry;
        int binary = PowerOfTen.binaryExponent(exponent) - up + 128;
        return nearest(top, middle, binary, cut);
    }

    /** Rounds {@code top.middle * 2^binary}, whose highest bit or the one below it is set. */
    private static double nearest(long top, long middle, int binary, boolean cut) {
        int dropped = Long.SIZE - Binary64.MANTISSA_BITS - Long.numberOfLeadingZeros(top);
        if (binary + dropped < Binary64.LEAST_EXPONENT) {
            return Double.NaN;
        }
        long rest = top << (Long.SIZE - dropped) | middle >>> dropped;
        // What was cut off a number of 19 digits is less than 2^5 of the factor's units, each half a unit of top or
        // more.
        long error = cut ? 1L << (Long.SIZE + 5 - dropped) : PRODUCT_ERROR;
        boolean mayReachTie = rest == Long.MIN_VALUE || rest >= 0 && rest >= Long.MAX_VALUE - error;
        return mayReachTie ? Double.NaN : Binary64.round(top, true, binary);
    }

    private double exact(int first, int length, int scale) {
        int count = Math.min(length, EXACT_DIGITS);
        int behind = collect(first, count);
        int exponent = scale - count;
        if (anyNotZero(behind, length - count)) {
            natural.multiplyAdd(10, 1);
            exponent--;
        }
        int binary = exponent < 0 ? divide(-exponent) : multiply(exponent);
        int excess = Math.max(natural.bitLength() - Long.SIZE, 0);
        natural.shiftRight(excess);
        return Binary64.round(natural.low(), natural.isInexact(), binary + excess);
    }

    /** Makes the large number of so many digits; returns the address behind them. */
    private int collect(int first, int count) {
        natural.set(0);
        int at = first;
        int left = count;
        while (left > 0) {
            int digits = Math.min(left, GROUP_DIGITS);
            at = skipPoint(at);
            natural.multiplyAdd((int) PowerOfTen.ten(digits), (int) leadingDigits(at, digits));
            left -= digits;
            at = behind(at, digits);
        }
        return at;
    }

    private int behind(int first, int count) {
        int at = first;
        for (int i = 0; i < count; i++) {
            at = skipPoint(at) + 1;
        }
        return at;
    }

    private boolean anyNotZero(int first, int count) {
        int at = first;
        for (int i = 0; i < count; i++) {
            at = skipPoint(at);
            if (memory.getByte(at) != '0') {
                return true;
            }
            at++;
        }
        return false;
    }

    /** Multiplies the large number by a power of ten but for a power of two, whose exponent it returns. */
    private int multiply(int exponent) {
        natural.multiplyByPowerOfFive(exponent);
        return exponent;
    }

    /** Divides the large number by a power of ten but for a power of two, so that 64 bits and more are left. */
    private int divide(int exponent) {
        // 5^n has at most 7n/3 + 1 bits.
        int up = Math.max(Long.SIZE + 2 + exponent * 7 / 3 - natural.bitLength(), 0);
        natural.shiftLeft(up);
        natural.divideByPowerOfFive(exponent);
        return -exponent - up;
    }
}
