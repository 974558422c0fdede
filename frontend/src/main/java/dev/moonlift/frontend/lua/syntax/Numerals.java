package dev.moonlift.frontend.lua.syntax;

import static dev.moonlift.frontend.lua.syntax.Characters.hexValue;
import static dev.moonlift.frontend.lua.syntax.Characters.isDigit;
import static dev.moonlift.frontend.lua.syntax.Characters.isHexDigit;

import java.nio.charset.StandardCharsets;

/** The values of numerals: the integer where one fits, else the nearest double. */
final class Numerals {
    /** Hexadecimal digits beyond these many bits only leave a trace in the lowest one, which rounding then sees. */
    private static final int KEPT_BITS = 60;

    private static final int EXPONENT_CAP = 1 << 28;

    private Numerals() {}

    /** The Long or Double that the text denotes; null if it is malformed. */
    static Number parse(byte[] text, int from, int to) {
        boolean hexadecimal = to - from >= 2 && text[from] == '0' && (text[from + 1] | 0x20) == 'x';
        return hexadecimal ? parseHexadecimal(text, from + 2, to) : parseDecimal(text, from, to);
    }

    private static Number parseDecimal(byte[] text, int from, int to) {
        long value = 0;
        boolean fits = true;
        for (int i = from; i < to; i++) {
            if (!isDigit(text[i])) {
                return parseDecimalFloat(text, from, to);
            }
            int digit = text[i] - '0';
            fits &= value < Long.MAX_VALUE / 10 || value == Long.MAX_VALUE / 10 && digit <= 7;
            value = value * 10 + digit;
        }
        return fits ? (Number) value : parseDecimalFloat(text, from, to);
    }

    private static Number parseDecimalFloat(byte[] text, int from, int to) {
        int at = skipDigits(text, from, to);
        int digits = at - from;
        if (at < to && text[at] == '.') {
            int fraction = at + 1;
            at = skipDigits(text, fraction, to);
            digits += at - fraction;
        }
        if (digits == 0 || at < to && !isExponent(text, at, to, 'e')) {
            return null;
        }
        return Double.valueOf(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private static int skipDigits(byte[] text, int from, int to) {
        int at = from;
        while (at < to && isDigit(text[at])) {
            at++;
        }
        return at;
    }

    /** Whether all of the text from {@code at} on is an exponent: mark, sign if any, digits. */
    private static boolean isExponent(byte[] text, int at, int to, int mark) {
        if ((text[at] | 0x20) != mark) {
            return false;
        }
        int digits = skipSign(text, at + 1, to);
        return digits < to && skipDigits(text, digits, to) == to;
    }

    private static int skipSign(byte[] text, int at, int to) {
        return at < to && (text[at] == '+' || text[at] == '-') ? at + 1 : at;
    }

    private static Number parseHexadecimal(byte[] text, int from, int to) {
        long wrapped = 0;
        long mantissa = 0;
        long exponent = 0;
        int digits = 0;
        boolean fraction = false;
        int at = from;
        for (; at < to && (isHexDigit(text[at]) || text[at] == '.' && !fraction); at++) {
            if (text[at] == '.') {
                fraction = true;
                continue;
            }
            int digit = hexValue(text[at]);
            digits++;
            wrapped = wrapped << 4 | digit;
            if (mantissa >>> (KEPT_BITS - 4) == 0) {
                mantissa = mantissa << 4 | digit;
                exponent -= fraction ? 4 : 0;
            } else {
                mantissa |= digit == 0 ? 0 : 1;
                exponent += fraction ? 0 : 4;
            }
        }
        if (digits == 0 || at < to && !isExponent(text, at, to, 'p')) {
            return null;
        }
        if (at == to && !fraction) {
            return wrapped;
        }
        return scale(mantissa, exponent + (at < to ? readExponent(text, at + 1, to) : 0));
    }

    /** The exponent, as exactly as it can matter. */
    private static long readExponent(byte[] text, int from, int to) {
        long value = 0;
        for (int i = skipSign(text, from, to); i < to; i++) {
            value = Math.min(value * 10 + text[i] - '0', 1L << 40);
        }
        return text[from] == '-' ? -value : value;
    }

    /** {@code mantissa * 2^exponent}, rounded once, to the nearest double, ties to even. */
    private static double scale(long mantissa, long exponent) {
        if (mantissa == 0) {
            return 0.0;
        }
        long bits = mantissa;
        long power = Math.max(-EXPONENT_CAP, Math.min(EXPONENT_CAP, exponent));
        int highest = 63 - Long.numberOfLeadingZeros(bits);
        // Below the normal range fewer bits remain: drop the others here, leaving a sticky bit that tells that they
        // were
        // there and two bits to round by, so that no second rounding follows.
        long surplus = Double.MIN_EXPONENT - 52 - 2 - power;
        if (highest + power < Double.MIN_EXPONENT && surplus >= 0) {
            int shift = (int) Math.min(surplus, 63);
            boolean lost = (bits & (1L << shift) - 1) != 0;
            bits = bits >>> shift;
            power += shift;
            long quotient = bits >>> 2;
            long rest = (bits & 3) << 1 | (lost ? 1 : 0);
            boolean up = rest > 4 || rest == 4 && (quotient & 1) != 0;
            return (quotient + (up ? 1 : 0)) * Double.MIN_VALUE;
        }
        return Math.scalb((double) bits, (int) power);
    }
}
