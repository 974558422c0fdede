package dev.moonlift.runtime.kernel.number;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;

/**
 * Numerals in a text, as {@code tonumber} and the coercion of strings read them: white space around, one sign, then
 *
 * <pre>
 *   digit+                                                    an integer; a float where it does not fit
 *   (digit+ [. digit*] | . digit+) [(e|E) [sign] digit+]      a float, correctly rounded
 *   0(x|X) hex+                                               an integer modulo 2^64
 *   0(x|X) (hex+ [. hex*] | . hex+) [(p|P) [sign] digit+]     a float, correctly rounded
 * </pre>
 *
 * A text may be of any length; reading it takes time in proportion and no room.
 */
public final class NumberParser {
    /** What no exponent is. */
    private static final long MALFORMED = Long.MIN_VALUE;
    /** Exponents are not counted beyond this. Shorter texts than it has no digits that could weigh it up. */
    private static final long HUGE_EXPONENT = 1L << 40;

    private static final int BEYOND_ALL_FLOATS = 10_000;

    private final Memory memory;
    private final DecimalReader decimals;

    public NumberParser(Memory memory, DecimalReader decimals) {
        this.memory = memory;
        this.decimals = decimals;
    }

    /**
     * Reads the numeral that takes up a whole text.
     *
     * @param slot where to store the value, an integer or a float
     * @return 1, or 0 if there is no numeral and nothing was stored
     */
    public int parse(int address, int length, int slot) {
        int start = skipSpace(address, address + length);
        int end = trimSpace(start, address + length);
        int from = skipSign(start, end);
        boolean negative = from > start && memory.getByte(start) == '-';
        if (from + 1 < end && memory.getByte(from) == '0' && (memory.getByte(from + 1) | ' ') == 'x') {
            return hexadecimal(from + 2, end, negative, slot);
        }
        return decimal(from, end, negative, slot);
    }

    /** Reads an integer modulo 2^64 in a base from 2 to 36, otherwise like {@link #parse}. */
    public int parseInBase(int address, int length, int base, int slot) {
        int start = skipSpace(address, address + length);
        int end = trimSpace(start, address + length);
        int from = skipSign(start, end);
        long value = 0;
        for (int at = from; at < end; at++) {
            int digit = alphanumeric(memory.getByte(at));
            if (digit >= base) {
                return 0;
            }
            value = value * base + digit;
        }
        boolean negative = from > start && memory.getByte(start) == '-';
        return from < end ? storeInteger(slot, negative, value) : 0;
    }

    // --- decimal ---

    private int decimal(int start, int end, boolean negative, int slot) {
        long value = 0;
        int at = start;
        while (at < end && isDigit(memory.getByte(at))) {
            int digit = memory.getByte(at) - '0';
            if (overflows(value, digit, negative)) {
                return decimalFloat(start, end, negative, slot);
            }
            value = 10 * value + digit;
            at++;
        }
        if (at == end && at > start) {
            return storeInteger(slot, negative, value);
        }
        return decimalFloat(start, end, negative, slot);
    }

    /** Whether one more digit is too many; after those of the least integer, whose negation is itself, any is. */
    private static boolean overflows(long value, int digit, boolean negative) {
        long most = Long.MAX_VALUE / 10;
        return value < 0 || value >= most && (value > most || digit > (negative ? 8 : 7));
    }

    private int decimalFloat(int start, int end, boolean negative, int slot) {
        int digitsEnd = skipDecimal(start, end);
        if (digitsEnd == start || digitsEnd == start + 1 && memory.getByte(start) == '.') {
            return 0;
        }
        long exponent = exponent(digitsEnd, end, 'e');
        if (exponent == MALFORMED) {
            return 0;
        }
        return storeFloat(slot, negative, decimals.read(start, digitsEnd, exponent));
    }

    /** Skips digits with at most one point among them. */
    private int skipDecimal(int start, int end) {
        int at = skipDigits(start, end);
        return at < end && memory.getByte(at) == '.' ? skipDigits(at + 1, end) : at;
    }

    private int skipDigits(int start, int end) {
        int at = start;
        while (at < end && isDigit(memory.getByte(at))) {
            at++;
        }
        return at;
    }

    /** The exponent that a letter announces and the end follows; 0 at the end. */
    private long exponent(int start, int end, int letter) {
        if (start == end) {
            return 0;
        }
        int from = skipSign(start + 1, end);
        if ((memory.getByte(start) | ' ') != letter || from >= end) {
            return MALFORMED;
        }
        long value = 0;
        for (int at = from; at < end; at++) {
            int c = memory.getByte(at);
            if (!isDigit(c)) {
                return MALFORMED;
            }
            value = Math.min(10 * value + c - '0', HUGE_EXPONENT);
        }
        return memory.getByte(start + 1) == '-' ? -value : value;
    }

    // --- hexadecimal ---

    private int hexadecimal(int start, int end, boolean negative, int slot) {
        long value = 0;
        int at = start;
        while (at < end && hexDigit(memory.getByte(at)) < 16) {
            value = value << 4 | hexDigit(memory.getByte(at));
            at++;
        }
        if (at == end) {
            return at > start ? storeInteger(slot, negative, value) : 0;
        }
        return hexFloat(start, end, negative, slot);
    }

    private int hexFloat(int start, int end, boolean negative, int slot) {
        int digitsEnd = skipHex(start, end);
        if (digitsEnd == start || digitsEnd == start + 1 && memory.getByte(start) == '.') {
            return 0;
        }
        long exponent = exponent(digitsEnd, end, 'p');
        if (exponent == MALFORMED) {
            return 0;
        }
        return storeFloat(slot, negative, readHex(start, digitsEnd, exponent));
    }

    /** Skips hexadecimal digits with at most one point among them. */
    private int skipHex(int start, int end) {
        int at = start;
        boolean point = false;
        while (at < end) {
            int c = memory.getByte(at);
            if (hexDigit(c) == 16 && (c != '.' || point)) {
                return at;
            }
            point |= c == '.';
            at++;
        }
        return at;
    }

    /** The first 15 or 16 digits from the first that is not 0 make the mantissa; the others round and count. */
    private double readHex(int start, int end, long exponent) {
        long mantissa = 0;
        boolean inexact = false;
        boolean point = false;
        long binary = exponent;
        for (int at = start; at < end; at++) {
            int c = memory.getByte(at);
            if (c == '.') {
                point = true;
            } else {
                boolean kept = mantissa >>> 60 == 0;
                int digit = hexDigit(c);
                mantissa = kept ? mantissa << 4 | digit : mantissa;
                inexact |= !kept && digit != 0;
                binary += (kept ? 0 : 4) - (point ? 4 : 0);
            }
        }
        int clipped = (int) Math.max(-BEYOND_ALL_FLOATS, Math.min(BEYOND_ALL_FLOATS, binary));
        return mantissa == 0 ? 0 : Binary64.round(mantissa, inexact, clipped);
    }

    // --- characters ---

    private int skipSpace(int start, int end) {
        int at = start;
        while (at < end && isSpace(memory.getByte(at))) {
            at++;
        }
        return at;
    }

    private int trimSpace(int start, int end) {
        int at = end;
        while (at > start && isSpace(memory.getByte(at - 1))) {
            at--;
        }
        return at;
    }

    private int skipSign(int at, int end) {
        return at < end && (memory.getByte(at) == '-' || memory.getByte(at) == '+') ? at + 1 : at;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The value of a hexadecimal digit, 16 for another character. */
    private static int hexDigit(int c) {
        return Math.min(alphanumeric(c), 16);
    }

    /** The value of a digit or letter, 36 for another character. */
    private static int alphanumeric(int c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int lower = c | ' ';
        return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 36;
    }

    // --- results ---

    private int storeInteger(int slot, boolean negative, long magnitude) {
        memory.putLong(slot, negative ? -magnitude : magnitude);
        memory.putByte(slot + Layout.TAG, Tag.INTEGER);
        return 1;
    }

    private int storeFloat(int slot, boolean negative, double magnitude) {
        memory.putDouble(slot, negative ? -magnitude : magnitude);
        memory.putByte(slot + Layout.TAG, Tag.FLOAT);
        return 1;
    }
}
