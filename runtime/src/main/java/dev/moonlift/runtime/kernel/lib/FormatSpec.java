package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.Memory;

/**
 * The specification of a conversion in a format of string.format, as {@code %-8.3f}: {@link #read} finds where it ends,
 * {@link #check} takes it apart, when it is known what its letter allows.
 */
public final class FormatSpec {
    /** Flags, as bits: - + space # 0. */
    static final int LEFT = 1;

    static final int PLUS = 2;
    static final int SPACE = 4;
    static final int ALTERNATE = 8;
    static final int ZERO = 16;

    /** Flags, digits and points that a specification may have, as in the reference implementation. */
    private static final int MAX_MODIFIERS = 20;

    private final Memory mem;
    private final Strings strings;
    private final Errors errors;

    public FormatSpec(Memory mem, Strings strings, Errors errors) {
        this.mem = mem;
        this.strings = strings;
        this.errors = errors;
    }

    /** Reads the specification whose percent sign is at {@code start}, and answers its letter; 0 if it has none. */
    int read(int start, int end) {
        int at = start + 1;
        while (at < end && isModifier(mem.getByte(at))) {
            at++;
        }
        if (at - start - 1 > MAX_MODIFIERS) {
            return errors.raise(Name.FORMAT_TOO_LONG, 0, 0, 0);
        }
        int scratch = mem.getInt(State.STRING_SCRATCH);
        mem.putInt(scratch + StringScratch.SPEC_START, start);
        mem.putInt(scratch + StringScratch.SPEC_LETTER, at);
        int letter = at < end ? mem.getUnsignedByte(at) : 0;
        mem.putInt(scratch + StringScratch.SPEC_END, letter != 0 ? at + 1 : at);
        return letter;
    }

    private boolean isModifier(int c) {
        return c == '.' || CharClass.isDigit(c) || flag(c) != 0;
    }

    private int flag(int c) {
        switch (c) {
            case '-':
                return LEFT;
            case '+':
                return PLUS;
            case ' ':
                return SPACE;
            case '#':
                return ALTERNATE;
            case '0':
                return ZERO;
            default:
                return 0;
        }
    }

    /**
     * Takes apart what stands before the letter: flags, of which the letter allows some, a width and a precision of two
     * digits at most. Anything else there is an error.
     */
    void check(int allowedFlags, boolean precisionAllowed) {
        int scratch = mem.getInt(State.STRING_SCRATCH);
        int at = readFlags(scratch, mem.getInt(scratch + StringScratch.SPEC_START) + 1, allowedFlags);
        mem.putInt(scratch + StringScratch.SPEC_WIDTH, 0);
        mem.putInt(scratch + StringScratch.SPEC_PRECISION, -1);
        if (mem.getByte(at) != '0') {
            at = readNumber(scratch + StringScratch.SPEC_WIDTH, at);
            if (mem.getByte(at) == '.' && precisionAllowed) {
                at = readNumber(scratch + StringScratch.SPEC_PRECISION, at + 1);
            }
        }
        if (at != mem.getInt(scratch + StringScratch.SPEC_LETTER)) {
            fail(Name.FORMAT_SPECIFICATION);
        }
    }

    private int readFlags(int scratch, int from, int allowed) {
        int flags = 0;
        int at = from;
        int flag = flag(mem.getByte(at)) & allowed;
        while (flag != 0) {
            flags |= flag;
            at++;
            flag = flag(mem.getByte(at)) & allowed;
        }
        mem.putInt(scratch + StringScratch.SPEC_FLAGS, flags);
        return at;
    }

    /** Reads up to two digits, of which none mean 0. */
    private int readNumber(int field, int from) {
        int number = 0;
        int at = from;
        while (at < from + 2 && CharClass.isDigit(mem.getByte(at))) {
            number = number * 10 + mem.getByte(at) - '0';
            at++;
        }
        mem.putInt(field, number);
        return at;
    }

    /** An error whose message shows the specification. */
    int fail(int name) {
        int scratch = mem.getInt(State.STRING_SCRATCH);
        int start = mem.getInt(scratch + StringScratch.SPEC_START);
        int length = mem.getInt(scratch + StringScratch.SPEC_END) - start;
        return errors.raise(name, strings.create(start, length), 0, 0);
    }

    boolean isBare() {
        int scratch = mem.getInt(State.STRING_SCRATCH);
        return mem.getInt(scratch + StringScratch.SPEC_LETTER) == mem.getInt(scratch + StringScratch.SPEC_START) + 1;
    }

    /** Address behind it. */
    int end() {
        return mem.getInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.SPEC_END);
    }

    // --- after check ---

    boolean has(int flag) {
        return (mem.getInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.SPEC_FLAGS) & flag) != 0;
    }

    int width() {
        return mem.getInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.SPEC_WIDTH);
    }

    /** -1 if there is none. */
    int precision() {
        return mem.getInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.SPEC_PRECISION);
    }
}
