package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * The formats of string.pack and its relatives (manual §6.4.2), read an option at a time: {@link #open}, then
 * {@link #next} while {@link #hasNext}. Sizes are those of the reference implementation on 64-bit systems. A byte 0
 * ends a format.
 */
public final class PackFormat {
    // Kinds of options.
    static final int SIGNED = 0;
    static final int UNSIGNED = 1;
    static final int FLOAT = 2;
    static final int DOUBLE = 3;
    /** A string of fixed length. */
    static final int FIXED = 4;
    /** A string with its length before it. */
    static final int COUNTED = 5;
    /** A string with a zero behind it. */
    static final int ZERO_ENDED = 6;
    /** A byte of padding. */
    static final int PADDING = 7;
    /** Alignment alone. */
    static final int ALIGNMENT = 8;
    /** It only changed how others are read. */
    static final int NOTHING = 9;

    /** The largest integer, in bytes. */
    private static final int MAX_INTEGER = 16;

    private static final int DEFAULT_ALIGN = 8;
    private static final int INT_BYTES = 4;
    private static final int LONG_BYTES = 8;

    private final Memory mem;
    private final Strings strings;
    private final TextBuffer text;
    private final Errors errors;
    private final ByteSearch bytes;

    public PackFormat(Memory mem, Strings strings, TextBuffer text, Errors errors, ByteSearch bytes) {
        this.mem = mem;
        this.strings = strings;
        this.text = text;
        this.errors = errors;
        this.bytes = bytes;
    }

    void open(int format) {
        int begin = strings.bytes(format);
        set(StringScratch.PACK_POSITION, begin);
        set(StringScratch.PACK_END, bytes.indexOf(begin, begin + strings.length(format), 0));
        set(StringScratch.PACK_LITTLE, 1);
        set(StringScratch.PACK_MAX_ALIGN, 1);
    }

    boolean hasNext() {
        return get(StringScratch.PACK_POSITION) < get(StringScratch.PACK_END);
    }

    /** Bytes of the last option; 0 where its value decides. */
    int size() {
        return get(StringScratch.PACK_SIZE);
    }

    /** Bytes that align the last option. */
    int padding() {
        return get(StringScratch.PACK_PADDING);
    }

    boolean isLittle() {
        return get(StringScratch.PACK_LITTLE) != 0;
    }

    private int get(int field) {
        return mem.getInt(mem.getInt(State.STRING_SCRATCH) + field);
    }

    private void set(int field, int value) {
        mem.putInt(mem.getInt(State.STRING_SCRATCH) + field, value);
    }

    /**
     * Reads an option, sets size and padding, and answers its kind.
     *
     * @param func of the builtin whose first argument the format is
     * @param offset where in the data the option stands before it is aligned
     */
    int next(int func, long offset) {
        int kind = option();
        int align = kind == ALIGNMENT ? followingSize(func) : size();
        set(StringScratch.PACK_PADDING, kind == FIXED ? 0 : paddingFor(func, align, offset));
        return kind;
    }

    /** The size of the option behind an X, which is read for that only. */
    private int followingSize(int func) {
        int kind = hasNext() ? option() : FIXED;
        int size = size();
        if (kind == FIXED || size == 0) {
            return errors.argument(func, 1, errors.text(Name.PACK_INVALID_NEXT));
        }
        set(StringScratch.PACK_SIZE, 0);
        return size;
    }

    private int paddingFor(int func, int size, long offset) {
        int align = Math.min(size, get(StringScratch.PACK_MAX_ALIGN));
        if (align <= 1) {
            return 0;
        }
        if ((align & align - 1) != 0) {
            return errors.argument(func, 1, errors.text(Name.PACK_ALIGNMENT));
        }
        return (int) -offset & align - 1;
    }

    /** Takes the next byte of the format, and what belongs to it, and answers the kind. */
    private int option() {
        int at = get(StringScratch.PACK_POSITION);
        set(StringScratch.PACK_POSITION, at + 1);
        set(StringScratch.PACK_SIZE, 0);
        int c = mem.getUnsignedByte(at);
        return CharClass.isLetter(c) ? value(c) : setting(c);
    }

    private int value(int c) {
        switch (c) {
            case 'b', 'B':
                return integer(c, 1);
            case 'h', 'H':
                return integer(c, 2);
            case 'l', 'L', 'j', 'J', 'T':
                return integer(c, LONG_BYTES);
            case 'i', 'I':
                return integer(c, integerSize(INT_BYTES));
            case 'f':
                return sized(FLOAT, 4);
            case 'd', 'n':
                return sized(DOUBLE, 8);
            default:
                return text(c);
        }
    }

    /** Letters in upper case are unsigned. */
    private int integer(int c, int size) {
        return sized(CharClass.isUpper(c) ? UNSIGNED : SIGNED, size);
    }

    private int sized(int kind, int size) {
        set(StringScratch.PACK_SIZE, size);
        return kind;
    }

    private int text(int c) {
        switch (c) {
            case 's':
                return sized(COUNTED, integerSize(LONG_BYTES));
            case 'c':
                return sized(FIXED, fixedSize());
            case 'z':
                return ZERO_ENDED;
            case 'x':
                return sized(PADDING, 1);
            case 'X':
                return ALIGNMENT;
            default:
                return invalid(c);
        }
    }

    private int setting(int c) {
        switch (c) {
            case ' ':
                return NOTHING;
            case '<', '=':
                set(StringScratch.PACK_LITTLE, 1);
                return NOTHING;
            case '>':
                set(StringScratch.PACK_LITTLE, 0);
                return NOTHING;
            case '!':
                set(StringScratch.PACK_MAX_ALIGN, integerSize(DEFAULT_ALIGN));
                return NOTHING;
            default:
                return invalid(c);
        }
    }

    private int invalid(int c) {
        int begin = text.length();
        text.appendByte(c);
        return errors.raise(Name.PACK_INVALID_OPTION, text.take(begin), 0, 0);
    }

    // --- numerals ---

    private int fixedSize() {
        int size = numeral(-1);
        return size < 0 ? errors.raise(Name.PACK_MISSING_SIZE, 0, 0, 0) : size;
    }

    private int integerSize(int ifAbsent) {
        int size = numeral(ifAbsent);
        if (size < 1 || size > MAX_INTEGER) {
            int begin = text.length();
            text.appendInteger(size);
            return errors.raise(Name.PACK_SIZE_LIMITS, text.take(begin), 0, 0);
        }
        return size;
    }

    /** The numeral that follows; it ends before it could overflow. */
    private int numeral(int ifAbsent) {
        int at = get(StringScratch.PACK_POSITION);
        int end = get(StringScratch.PACK_END);
        if (at >= end || !CharClass.isDigit(mem.getByte(at))) {
            return ifAbsent;
        }
        int number = 0;
        while (at < end && CharClass.isDigit(mem.getByte(at)) && number <= (Integer.MAX_VALUE - 9) / 10) {
            number = number * 10 + mem.getByte(at) - '0';
            at++;
        }
        set(StringScratch.PACK_POSITION, at);
        return number;
    }
}
