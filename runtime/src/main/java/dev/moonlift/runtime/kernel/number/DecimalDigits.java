package dev.moonlift.runtime.kernel.number;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.memory.Memory;

/**
 * The decimal digits of a float, correctly rounded at any place (to the even digit where the float lies exactly between
 * two). They are left as text that ends at {@link #end}.
 *
 * <p>The float times a power of ten, rounded to an integer, has the digits wanted. One product of 64 by 128 bits yields
 * that integer, if it is not long and the product's error cannot change the rounding: nearly always. Otherwise a number
 * as large as it takes decides exactly. (Steele and White 1990 and Clinger 1990 have the problem; Adams, "Ryu
 * revisited: printf floating point conversion", 2019, the product.)
 */
public final class DecimalDigits {
    /** The error of a product's upper 128 bits: a power's, for a factor below 2^64, and what was cut off. */
    private static final int PRODUCT_ERROR = PowerOfTen.ERROR + 1;

    /** Ten to this times a mantissa of 53 bits is below 2^63. */
    private static final int MOST_EXACT_PLACES = 3;

    private static final int GROUP = 1_000_000_000;
    private static final int GROUP_DIGITS = 9;

    private final Memory memory;
    private final BigNatural natural;

    public DecimalDigits(Memory memory, BigNatural natural) {
        this.memory = memory;
        this.natural = natural;
    }

    /** The address behind the last digit. */
    int end() {
        return memory.getInt(Layout.State.NUMBER_SCRATCH) + Scratch.DIGITS_END;
    }

    /**
     * Leaves the first {@code count} digits of a finite float above 0.
     *
     * @return the decimal exponent of the first digit
     */
    int significant(double value, int count) {
        int exponent = leastDecimalExponent(value);
        if (scaled(value, count - 1 - exponent) == count) {
            return exponent;
        }
        // The estimate was one too low, or the digits were all nines and rounded up.
        scaled(value, count - 2 - exponent);
        return exponent + 1;
    }

    /**
     * Leaves the digits of the integer nearest to {@code value * 10^scale}, for a finite float above 0.
     *
     * @return how many; the single digit 0 for zero
     */
    int scaled(double value, int scale) {
        long exact = few(value, scale);
        long quick = exact >= 0 ? exact : quick(value, scale);
        if (quick >= 0) {
            return end() - write(quick, end());
        }
        return exact(value, scale);
    }

    /**
     * Writes a number that is not negative, so that its last digit is before {@code end}; returns the first's address.
     */
    int write(long number, int end) {
        int at = end;
        long left = number;
        while (left > Integer.MAX_VALUE) {
            long quotient = left / 100;
            at = writePair((int) (left - quotient * 100), at);
            left = quotient;
        }
        return writeInt((int) left, at);
    }

    /** Apart from long numbers, as ints are divided by a constant at less cost. */
    private int writeInt(int number, int end) {
        int at = end;
        int left = number;
        while (left >= 100) {
            int quotient = left / 100;
            at = writePair(left - quotient * 100, at);
            left = quotient;
        }
        if (left >= 10) {
            return writePair(left, at);
        }
        memory.putByte(at - 1, '0' + left);
        return at - 1;
    }

    private int writePair(int pair, int end) {
        int tens = pair * 103 >> 10;
        memory.putByte(end - 2, '0' + tens);
        memory.putByte(end - 1, '0' + pair - 10 * tens);
        return end - 2;
    }

    /** The decimal exponent of the power of two that the value has reached: the value's own, or one less. */
    private static int leastDecimalExponent(double value) {
        // floor(n * log10(2)), exact for |n| up to 1650 (Adams 2018).
        return Binary64.binaryLogarithm(value) * 78_913 >> 18;
    }

    /** The nearest integer for few places behind the point, where that fits a long exactly; else -1. */
    private static long few(double value, int scale) {
        int fractionBits = -Binary64.exponent(value);
        if (scale < 0 || scale > MOST_EXACT_PLACES || fractionBits <= 0 || fractionBits >= Long.SIZE) {
            return -1;
        }
        long product = Binary64.mantissa(value) * PowerOfTen.ten(scale);
        long whole = product >>> fractionBits;
        long fraction = product << (Long.SIZE - fractionBits);
        boolean isUp = fraction < 0 && (fraction != Long.MIN_VALUE || (whole & 1) != 0);
        return isUp ? whole + 1 : whole;
    }

    /** The nearest integer, or -1 if this cannot tell. */
    private static long quick(double value, int scale) {
        if (scale < PowerOfTen.LEAST || scale > PowerOfTen.GREATEST) {
            return -1;
        }
        long mantissa = Binary64.mantissa(value);
        int up = Long.numberOfLeadingZeros(mantissa);
        int fractionBits = -(Binary64.exponent(value) - up + PowerOfTen.binaryExponent(scale) + 128);
        if (fractionBits < 4 || fractionBits >= Long.SIZE) {
            return -1;
        }
        long factor = mantissa << up;
        long high = PowerOfTen.high(scale);
        long middle = factor * high + PowerOfTen.multiplyHigh(factor, PowerOfTen.low(scale));
        long carry = Long.compareUnsigned(middle, factor * high) < 0 ? 1 : 0;
        long top = PowerOfTen.multiplyHigh(factor, high) + carry;
        return nearest(top, middle, fractionBits);
    }

    /** Rounds a product, of whose upper word so many bits belong to the fraction; -1 if its error forbids. */
    private static long nearest(long top, long middle, int fractionBits) {
        long fraction = top << (Long.SIZE - fractionBits) | middle >>> fractionBits;
        boolean aboveHalf = fraction < 0 && fraction != Long.MIN_VALUE;
        boolean belowHalf = fraction >= 0 && fraction < Long.MAX_VALUE - PRODUCT_ERROR;
        if (aboveHalf || belowHalf) {
            return (top >>> fractionBits) + (aboveHalf ? 1 : 0);
        }
        return -1;
    }

    private int exact(double value, int scale) {
        // Twice the value: the lowest bit becomes the one to round by.
        natural.set(2 * Binary64.mantissa(value));
        int binary = Binary64.exponent(value) + scale;
        if (binary > 0) {
            natural.shiftLeft(binary);
        }
        if (scale >= 0) {
            natural.multiplyByPowerOfFive(scale);
        } else {
            natural.divideByPowerOfFive(-scale);
        }
        if (binary < 0) {
            natural.shiftRight(-binary);
        }
        natural.halveToNearest();
        return writeNatural();
    }

    /** Writes the number, which is used up; returns how many digits it has. */
    private int writeNatural() {
        int at = end();
        int group = natural.divide(GROUP);
        while (!natural.isZero()) {
            int start = write(group, at);
            at -= GROUP_DIGITS;
            memory.fill(at, '0', start - at);
            group = natural.divide(GROUP);
        }
        return end() - write(group, at);
    }
}
