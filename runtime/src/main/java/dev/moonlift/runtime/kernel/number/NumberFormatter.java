package dev.moonlift.runtime.kernel.number;

import dev.moonlift.runtime.memory.Memory;

/**
 * Numbers as text. Every method writes at an address of the caller's and returns the length of what it wrote; it may
 * write digits that the caller sees, and nothing else. The texts are those of C's printf in the "C" locale, to the last
 * digit, for precisions from 0 to {@value #MAX_PRECISION}; flags that only add signs or padding are the caller's.
 *
 * <p>A NaN is {@code nan} whatever its sign: processors disagree on the sign of {@code 0/0}.
 */
public final class NumberFormatter {
    public static final int MAX_PRECISION = 99;

    /** The longest texts: a sign and 19 digits; %.14g with sign, point and exponent; 22 octal digits. */
    public static final int MAX_INTEGER = 20;

    public static final int MAX_FLOAT14 = 24;
    public static final int MAX_OCTAL = 22;
    /** The longest text of all: a sign, 309 digits, a point and the digits of the greatest precision. */
    public static final int MAX_LENGTH = 1 + 309 + 1 + MAX_PRECISION;

    private static final int SHORTEST_PRECISION = 14;
    /** 10^14, the first float that %.14g writes with an exponent. */
    private static final double FIRST_WITH_EXPONENT = 1e14;

    private static final int HEX_FRACTION_DIGITS = 13;
    private static final long HEX_FRACTION_MASK = (1L << 4 * HEX_FRACTION_DIGITS) - 1;

    private final Memory memory;
    private final DecimalDigits digits;

    public NumberFormatter(Memory memory, DecimalDigits digits) {
        this.memory = memory;
        this.digits = digits;
    }

    // --- integers ---

    /** As %d. */
    public int formatInteger(long value, int at) {
        if (value < 0) {
            memory.putByte(at, '-');
            return 1 + magnitude(value, at + 1);
        }
        int length = decimalLength(value);
        digits.write(value, at + length);
        return length;
    }

    /** As %x or %X, of the value as an unsigned number. */
    public int hexInteger(long value, boolean upper, int at) {
        int length = Math.max(1, (Long.SIZE + 3 - Long.numberOfLeadingZeros(value)) / 4);
        for (int i = 0; i < length; i++) {
            memory.putByte(at + i, hexDigit((int) (value >>> 4 * (length - 1 - i)) & 15, upper));
        }
        return length;
    }

    /** As %o, of the value as an unsigned number. */
    public int octal(long value, int at) {
        int length = Math.max(1, (Long.SIZE + 2 - Long.numberOfLeadingZeros(value)) / 3);
        for (int i = 0; i < length; i++) {
            memory.putByte(at + i, '0' + ((int) (value >>> 3 * (length - 1 - i)) & 7));
        }
        return length;
    }

    /** Writes a negative number without its sign. Its last digit goes first, since minInteger has no opposite. */
    private int magnitude(long value, int at) {
        long others = -(value / 10);
        int length = others == 0 ? 0 : decimalLength(others);
        if (length > 0) {
            digits.write(others, at + length);
        }
        memory.putByte(at + length, '0' - (int) (value % 10));
        return length + 1;
    }

    private static int decimalLength(long value) {
        return value < 10_000 ? shortLength((int) value) : longLength(value);
    }

    private static int shortLength(int value) {
        if (value < 100) {
            return value < 10 ? 1 : 2;
        }
        return value < 1000 ? 3 : 4;
    }

    private static int longLength(long value) {
        // The length of the power of two that the value has reached, with 1233 / 4096 for log10(2), may be one short.
        int length = (Long.SIZE - Long.numberOfLeadingZeros(value | 1)) * 1233 >> 12;
        return length <= 18 && value >= PowerOfTen.ten(length) ? length + 1 : Math.max(length, 1);
    }

    // --- floats ---

    /** As {@code tostring}: %.14g, and ".0" behind what would read as an integer. */
    public int formatFloat14(double value, int at) {
        if ((long) value == value && Math.abs(value) < FIRST_WITH_EXPONENT) {
            int from = sign(value, at);
            return pointZero(from + formatInteger((long) Math.abs(value), from)) - at;
        }
        int end = at + general(value, SHORTEST_PRECISION, false, false, at);
        return (looksLikeInteger(at, end) ? pointZero(end) : end) - at;
    }

    /** As %f; {@code alternate} is the flag '#': a point even where no digit follows it. */
    public int fixed(double value, int precision, boolean alternate, int at) {
        int from = sign(value, at);
        if (isSpecial(value)) {
            return special(value, false, from) - at;
        }
        int count = value == 0 ? zeros(1) : digits.scaled(Math.abs(value), precision);
        return plain(count, count - 1 - precision, precision, alternate, from) - at;
    }

    /** As %e or %E. */
    public int scientific(double value, int precision, boolean alternate, boolean upper, int at) {
        int from = sign(value, at);
        if (isSpecial(value)) {
            return special(value, upper, from) - at;
        }
        int exponent = significant(value, precision + 1);
        return withExponent(precision + 1, exponent, precision, alternate, upper, from) - at;
    }

    /** As %g or %G; {@code alternate} is the flag '#': zeros at the end stay, and so does the point. */
    public int general(double value, int precision, boolean alternate, boolean upper, int at) {
        int from = sign(value, at);
        if (isSpecial(value)) {
            return special(value, upper, from) - at;
        }
        int count = Math.max(precision, 1);
        int exponent = significant(value, count);
        boolean isPlain = exponent >= -4 && exponent < count;
        int places = alternate ? count - 1 : lastNotZero(count) - 1;
        if (isPlain) {
            return plain(count, exponent, Math.max(places - exponent, 0), alternate, from) - at;
        }
        return withExponent(count, exponent, places, alternate, upper, from) - at;
    }

    /** As %a or %A; a precision of -1 stands for as many digits as it takes. */
    public int hexFloat(double value, int precision, boolean alternate, boolean upper, int at) {
        int from = sign(value, at);
        if (isSpecial(value)) {
            return special(value, upper, from) - at;
        }
        long mantissa = Binary64.mantissa(value);
        int places = precision >= 0 ? precision : neededHexPlaces(mantissa);
        long rounded = roundHex(mantissa, places);
        memory.putByte(from, '0');
        memory.putByte(from + 1, upper ? 'X' : 'x');
        memory.putByte(from + 2, '0' + (int) (rounded >>> 4 * HEX_FRACTION_DIGITS));
        int end = hexFraction(rounded, places, alternate, upper, from + 3);
        int exponent = value == 0 ? 0 : Binary64.exponent(value) + 4 * HEX_FRACTION_DIGITS;
        memory.putByte(end, upper ? 'P' : 'p');
        return signedExponent(exponent, 1, end + 1) - at;
    }

    // --- digits, to be laid out ---

    /** Leaves the first {@code count} digits, for zero as well; returns the decimal exponent of the first. */
    private int significant(double value, int count) {
        if (value == 0) {
            zeros(count);
            return 0;
        }
        return digits.significant(Math.abs(value), count);
    }

    private int zeros(int count) {
        memory.fill(digits.end() - count, '0', count);
        return count;
    }

    /** How many of so many digits are left without the zeros at the end, at least one. */
    private int lastNotZero(int count) {
        int start = digits.end() - count;
        int left = count;
        while (left > 1 && memory.getByte(start + left - 1) == '0') {
            left--;
        }
        return left;
    }

    // --- layouts; each returns the address behind the text ---

    /**
     * Without exponent: {@code places} digits behind the point.
     *
     * @param count the digits that were left
     * @param exponent the decimal exponent of the first of them
     */
    private int plain(int count, int exponent, int places, boolean alternate, int at) {
        int start = digits.end() - count;
        if (exponent < 0) {
            memory.putByte(at, '0');
            int point = point(places, alternate, at + 1);
            int zeros = Math.min(-1 - exponent, places);
            memory.fill(point, '0', zeros);
            return copy(start, places - zeros, point + zeros);
        }
        int point = point(places, alternate, copy(start, exponent + 1, at));
        return copy(start + exponent + 1, places, point);
    }

    /** With exponent: one digit before the point, {@code places} behind it, of {@code count} that were left. */
    private int withExponent(int count, int exponent, int places, boolean alternate, boolean upper, int at) {
        int start = digits.end() - count;
        int end = copy(start + 1, places, point(places, alternate, copy(start, 1, at)));
        memory.putByte(end, upper ? 'E' : 'e');
        return signedExponent(exponent, 2, end + 1);
    }

    private int signedExponent(int exponent, int leastDigits, int at) {
        int magnitude = Math.abs(exponent);
        int length = Math.max(decimalLength(magnitude), leastDigits);
        memory.putByte(at, exponent < 0 ? '-' : '+');
        memory.putByte(at + 1, '0');
        digits.write(magnitude, at + 1 + length);
        return at + 1 + length;
    }

    private int hexFraction(long mantissa, int places, boolean alternate, boolean upper, int at) {
        int from = point(places, alternate, at);
        for (int i = 1; i <= places; i++) {
            int digit = i > HEX_FRACTION_DIGITS ? 0 : (int) (mantissa >>> 4 * (HEX_FRACTION_DIGITS - i)) & 15;
            memory.putByte(from + i - 1, hexDigit(digit, upper));
        }
        return from + places;
    }

    private int point(int places, boolean alternate, int at) {
        if (places == 0 && !alternate) {
            return at;
        }
        memory.putByte(at, '.');
        return at + 1;
    }

    private int pointZero(int at) {
        memory.putByte(at, '.');
        memory.putByte(at + 1, '0');
        return at + 2;
    }

    /** A loop, since most texts are short. */
    private int copy(int from, int length, int to) {
        for (int i = 0; i < length; i++) {
            memory.putByte(to + i, memory.getByte(from + i));
        }
        return to + length;
    }

    private boolean looksLikeInteger(int from, int to) {
        for (int at = from; at < to; at++) {
            int c = memory.getByte(at);
            if (c != '-' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    // --- signs, and what is not finite ---

    private int sign(double value, int at) {
        if (!Binary64.isNegative(value) || Double.isNaN(value)) {
            return at;
        }
        memory.putByte(at, '-');
        return at + 1;
    }

    private static boolean isSpecial(double value) {
        return !(Math.abs(value) <= Double.MAX_VALUE);
    }

    private int special(double value, boolean upper, int at) {
        int toUpper = upper ? 'a' - 'A' : 0;
        boolean isNaN = Double.isNaN(value);
        memory.putByte(at, (isNaN ? 'n' : 'i') - toUpper);
        memory.putByte(at + 1, (isNaN ? 'a' : 'n') - toUpper);
        memory.putByte(at + 2, (isNaN ? 'n' : 'f') - toUpper);
        return at + 3;
    }

    // --- hexadecimal ---

    private static int hexDigit(int digit, boolean upper) {
        return digit < 10 ? '0' + digit : (upper ? 'A' : 'a') + digit - 10;
    }

    private static int neededHexPlaces(long mantissa) {
        long fraction = mantissa & HEX_FRACTION_MASK;
        return fraction == 0 ? 0 : HEX_FRACTION_DIGITS - Long.numberOfTrailingZeros(fraction) / 4;
    }

    /**
     * Rounds to so many digits behind the point, to the nearest, of two to the even one; the digits keep their places.
     */
    private static long roundHex(long mantissa, int places) {
        if (places >= HEX_FRACTION_DIGITS) {
            return mantissa;
        }
        long unit = 1L << 4 * (HEX_FRACTION_DIGITS - places);
        long floor = mantissa & -unit;
        long rest = mantissa - floor;
        boolean up = rest > unit / 2 || rest == unit / 2 && (floor & unit) != 0;
        return up ? floor + unit : floor;
    }
}
