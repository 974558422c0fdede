package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.memory.Memory;

/**
 * Library functions where they do little work on arguments that need no conversion: then they raise no error and call
 * nothing, so nobody sees whether they have a frame.
 */
public final class LeafBuiltins {
    /** Bytes of a string that is searched. */
    private static final int MOST_SEARCHED = 256;
    /** Results of {@code string.byte}. */
    private static final int MOST_RESULTS = 7;

    private final Memory mem;
    private final Value values;
    private final StringLibrary strings;
    private final StringFind find;
    private final BaseLibrary base;

    public LeafBuiltins(Memory mem, Value values, StringLibrary strings, StringFind find, BaseLibrary base) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.find = find;
        this.base = base;
    }

    /**
     * Calls a builtin.
     *
     * @return how many results it has left, from its function slot on; below 0, nothing done but perhaps paid for, if
     *     it is none of these, or not so simple
     */
    public int call(int id, int func, int count) {
        if (!isSimple(id, func, count)) {
            return -1;
        }
        try {
            return run(id, func, count);
        } catch (Signal full) {
            return -1;
        }
    }

    private int run(int id, int func, int count) {
        switch (id) {
            case Builtin.STRING_BYTE:
                return strings.byteValues(func, count);
            case Builtin.STRING_CHAR:
                return strings.character(func, count);
            case Builtin.STRING_SUB:
                return strings.sub(func, count);
            case Builtin.STRING_LEN:
                return strings.len(func, count);
            case Builtin.STRING_UPPER:
                return strings.upper(func, count);
            case Builtin.STRING_LOWER:
                return strings.lower(func, count);
            case Builtin.STRING_REVERSE:
                return strings.reverse(func, count);
            case Builtin.STRING_REP:
                return strings.rep(func, count);
            case Builtin.STRING_FIND:
                return find.find(func, count);
            default:
                return base.type(func, count);
        }
    }

    private boolean isSimple(int id, int func, int count) {
        switch (id) {
            case Builtin.STRING_BYTE:
                return isString(func, count) && areIntegers(func, count, 2) && count <= 3 && numberOfBytes(func, count);
            case Builtin.STRING_SUB:
                return isString(func, count) && areIntegers(func, count, 2) && count >= 2 && isShortPart(func, count);
            case Builtin.STRING_LEN:
                return isString(func, count);
            case Builtin.STRING_CHAR:
                return count <= Str.MAX_SHORT && areBytes(func, count);
            case Builtin.STRING_UPPER:
            case Builtin.STRING_LOWER:
            case Builtin.STRING_REVERSE:
                return isString(func, count) && length(func, 1) <= Str.MAX_SHORT;
            case Builtin.STRING_REP:
                return count == 2 && isString(func, count) && areIntegers(func, count, 2) && isShortRepetition(func);
            case Builtin.STRING_FIND:
                return count == 4 && isPlainSearch(func);
            case Builtin.TYPE:
                return count >= 1;
            default:
                return false;
        }
    }

    private static int slot(int func, int index) {
        return func + (index << Layout.SLOT_SHIFT);
    }

    private int tag(int func, int index) {
        return mem.getByte(slot(func, index) + Layout.TAG);
    }

    private long integer(int func, int index) {
        return mem.getLong(slot(func, index));
    }

    private int length(int func, int index) {
        return mem.getInt(values.object(slot(func, index)) + Str.LENGTH);
    }

    private boolean isString(int func, int count) {
        return count >= 1 && values.isString(slot(func, 1));
    }

    private boolean areIntegers(int func, int count, int first) {
        for (int i = first; i <= count; i++) {
            if (tag(func, i) != Tag.INTEGER) {
                return false;
            }
        }
        return true;
    }

    private boolean areBytes(int func, int count) {
        for (int i = 1; i <= count; i++) {
            if (tag(func, i) != Tag.INTEGER || (integer(func, i) & ~0xFFL) != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean numberOfBytes(int func, int count) {
        if (count < 3) {
            return true;
        }
        int length = length(func, 1);
        return StringPosition.end(integer(func, 3), length) - StringPosition.start(integer(func, 2), length)
                < MOST_RESULTS;
    }

    private boolean isShortPart(int func, int count) {
        int length = length(func, 1);
        long start = StringPosition.start(integer(func, 2), length);
        int end = count < 3 ? length : StringPosition.end(integer(func, 3), length);
        return end - start < Str.MAX_SHORT;
    }

    private boolean isShortRepetition(int func) {
        long times = integer(func, 2);
        return times <= Str.MAX_SHORT && times * length(func, 1) <= Str.MAX_SHORT;
    }

    private boolean isPlainSearch(int func) {
        return values.isString(slot(func, 1))
                && values.isString(slot(func, 2))
                && tag(func, 3) == Tag.INTEGER
                && tag(func, 4) == Tag.TRUE
                && length(func, 1) <= MOST_SEARCHED
                && length(func, 2) <= MOST_SEARCHED;
    }
}
