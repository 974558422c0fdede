package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.number.NumberFormatter;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * Numbers in string.format, laid out as C's printf does: {@link FormatSpec} has what was asked for,
 * {@link NumberFormatter} makes the digits. Everything is appended to the text buffer.
 */
public final class FormatNumber {
    /** Room in the buffer: first for a sign, a prefix and zeros, then for the digits, which are moved down to them. */
    private static final int DIGITS = 256;

    private static final int ROOM = DIGITS + NumberFormatter.MAX_LENGTH + 32;
    private static final int DEFAULT_PRECISION = 6;

    private final Memory mem;
    private final TextBuffer text;
    private final NumberFormatter numbers;
    private final FormatSpec spec;

    public FormatNumber(Memory mem, TextBuffer text, NumberFormatter numbers, FormatSpec spec) {
        this.mem = mem;
        this.text = text;
        this.numbers = numbers;
        this.spec = spec;
    }

    // --- integers ---

    /** Appends an integer by one of the letters d i u o x X. */
    void integer(long value, int letter) {
        int digits = text.reserve(ROOM) + DIGITS;
        int length = integerDigits(value, letter, digits);
        boolean negative = (letter == 'd' || letter == 'i') && value < 0;
        if (negative) {
            digits++;
            length--;
        }
        if (value == 0 && spec.precision() == 0) {
            length = 0;
        }
        int sign = sign(negative);
        int prefix = letter != 'o' && value != 0 && spec.has(FormatSpec.ALTERNATE) ? letter : 0;
        appendNumber(sign, prefix, integerZeros(sign, prefix, letter, digits, length), digits, length);
    }

    private int integerDigits(long value, int letter, int at) {
        switch (letter) {
            case 'o':
                return numbers.octal(value, at);
            case 'x':
            case 'X':
                return numbers.hexInteger(value, letter == 'X', at);
            case 'u':
                return unsigned(value, at);
            default:
                return numbers.formatInteger(value, at);
        }
    }

    private int unsigned(long value, int at) {
        if (value >= 0) {
            return numbers.formatInteger(value, at);
        }
        int length = numbers.formatInteger(Long.divideUnsigned(value, 10), at);
        mem.putByte(at + length, '0' + (int) Long.remainderUnsigned(value, 10));
        return length + 1;
    }

    /** A precision asks for digits, the flag 0 only where there is none; the flag # wants an octal to begin with 0. */
    private int integerZeros(int sign, int prefix, int letter, int digits, int length) {
        int precision = spec.precision();
        int zeros = precision >= 0 ? Math.max(0, precision - length) : zerosToWidth(sign, prefix, length);
        boolean needsZero = letter == 'o' && spec.has(FormatSpec.ALTERNATE) && zeros == 0;
        return needsZero && (length == 0 || mem.getByte(digits) != '0') ? 1 : zeros;
    }

    // --- floats ---

    /** Appends a float by one of the letters a A e E f g G. */
    void number(double value, int letter) {
        int digits = text.reserve(ROOM) + DIGITS;
        int length = floatDigits(value, letter, digits);
        boolean negative = mem.getByte(digits) == '-';
        if (negative) {
            digits++;
            length--;
        }
        boolean finite = CharClass.isDigit(mem.getByte(digits));
        int prefix = 0;
        if (finite && (letter | 0x20) == 'a') {
            prefix = mem.getByte(digits + 1);
            digits += 2;
            length -= 2;
        }
        int sign = sign(negative);
        appendNumber(sign, prefix, finite ? zerosToWidth(sign, prefix, length) : 0, digits, length);
    }

    private int floatDigits(double value, int letter, int at) {
        boolean alternate = spec.has(FormatSpec.ALTERNATE);
        boolean upper = CharClass.isUpper(letter);
        int given = spec.precision();
        int precision = given < 0 ? DEFAULT_PRECISION : given;
        switch (letter | 0x20) {
            case 'a':
                return numbers.hexFloat(value, given, alternate, upper, at);
            case 'e':
                return numbers.scientific(value, precision, alternate, upper, at);
            case 'f':
                return numbers.fixed(value, precision, alternate, at);
            default:
                return numbers.general(value, precision, alternate, upper, at);
        }
    }

    // --- layout ---

    private int sign(boolean negative) {
        if (negative) {
            return '-';
        }
        return spec.has(FormatSpec.PLUS) ? '+' : spec.has(FormatSpec.SPACE) ? ' ' : 0;
    }

    private int zerosToWidth(int sign, int prefix, int length) {
        int others = (sign != 0 ? 1 : 0) + (prefix != 0 ? 2 : 0) + length;
        boolean zeros = spec.has(FormatSpec.ZERO) && !spec.has(FormatSpec.LEFT);
        return zeros ? Math.max(0, spec.width() - others) : 0;
    }

    /** A prefix is the letter behind a zero. The digits stand in the buffer's reserved room: it does not move. */
    private void appendNumber(int sign, int prefix, int zeros, int digits, int length) {
        int begin = text.length();
        if (sign != 0) {
            text.appendByte(sign);
        }
        if (prefix != 0) {
            text.appendByte('0');
            text.appendByte(prefix);
        }
        for (int i = 0; i < zeros; i++) {
            text.appendByte('0');
        }
        text.appendBytes(digits, length);
        pad(begin);
    }

    /** Pads what was appended since {@code begin} to the width with spaces. */
    void pad(int begin) {
        int length = text.length() - begin;
        int spaces = spec.width() - length;
        if (spaces <= 0) {
            return;
        }
        text.reserve(spaces);
        text.advance(spaces);
        int at = text.address(begin);
        if (spec.has(FormatSpec.LEFT)) {
            mem.fill(at + length, ' ', spaces);
        } else {
            mem.copy(at + spaces, at, length);
            mem.fill(at, ' ', spaces);
        }
    }
}
