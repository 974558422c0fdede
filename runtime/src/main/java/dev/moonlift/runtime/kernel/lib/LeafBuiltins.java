package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.interp.Metamethods;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * Library functions where they do little work on arguments that need no conversion: then they raise no error and call
 * nothing, so nobody sees whether they have a frame.
 */
public final class LeafBuiltins {
    /** What a string takes beside its bytes, at most. */
    static final int STRING_BYTES = Str.BYTES + Long.BYTES;
    /** Fuel that one of them takes at most. */
    private static final int FUEL = 1000;
    /** What it may allocate in any case: a short string. The collector's steps leave no room for much more. */
    private static final int BYTES = STRING_BYTES + Str.MAX_SHORT;
    /** Strings that it makes at most: results are copied for nothing if there are no more than these. */
    private static final int MOST_RESULTS = 7;
    /** Longest string that it makes. */
    private static final int LONGEST = 2048;

    private final Memory mem;
    private final Value values;
    private final Stacks stacks;
    private final Strings texts;
    private final TextBuffer text;
    private final StringLibrary strings;
    private final StringFormat format;
    private final LeafPatterns patterns;
    private final Metamethods metamethods;
    private final BaseLibrary base;

    public LeafBuiltins(
            Memory mem,
            Value values,
            Stacks stacks,
            Strings texts,
            TextBuffer text,
            StringLibrary strings,
            StringFormat format,
            LeafPatterns patterns,
            Metamethods metamethods,
            BaseLibrary base) {
        this.mem = mem;
        this.values = values;
        this.stacks = stacks;
        this.texts = texts;
        this.text = text;
        this.strings = strings;
        this.format = format;
        this.patterns = patterns;
        this.metamethods = metamethods;
        this.base = base;
    }

    /**
     * Calls a function without a frame, if it is one of these, has fuel to go on afterwards, and neither has a stack to
     * grow nor is a collection due after it. Its fuel is paid, but not the call's.
     *
     * @param func its slot, with arguments above it
     * @return how many results it has left, from its slot on, fewer than cost fuel; below 0, nothing done, if it is not
     *     so simple
     */
    public int call(int id, int func, int count) {
        int frame = mem.getInt(State.FRAME) + Frame.BYTES;
        int fuel = mem.getInt(State.FUEL);
        boolean mayCollect = mem.getInt(State.DEBT) + BYTES > 0
                || mem.getInt(State.INTERN_COUNT) + MOST_RESULTS > mem.getInt(State.INTERN_SIZE);
        if (fuel <= FUEL
                || mayCollect
                || mem.getInt(State.INTERRUPT) != 0
                || !stacks.hasRoom(frame, slot(func, count + 1 + Calls.BUILTIN_SLOTS))) {
            return -1;
        }
        return attempt(id, func, count, fuel);
    }

    /** What takes more fuel than expected is stopped, as if the guest had no more. */
    private int attempt(int id, int func, int count, int fuel) {
        int floor = mem.getInt(State.FUEL_FLOOR);
        mem.putInt(State.FUEL_FLOOR, 0);
        mem.putInt(State.FUEL, FUEL);
        int begin = text.length();
        int results;
        try {
            results = run(id, func, count);
        } catch (Signal failed) {
            text.truncate(begin);
            results = -1;
        }
        int spent = results < 0 ? 0 : FUEL - mem.getInt(State.FUEL);
        mem.putInt(State.FUEL_FLOOR, floor);
        mem.putInt(State.FUEL, fuel - spent);
        return results;
    }

    private int run(int id, int func, int count) {
        switch (id) {
            case Builtin.STRING_BYTE:
                return bytes(func, count);
            case Builtin.STRING_SUB:
                return sub(func, count);
            case Builtin.STRING_LEN:
                return isString(func, count) ? strings.len(func, count) : -1;
            case Builtin.STRING_CHAR:
                return count <= Str.MAX_SHORT && areBytes(func, count) ? strings.character(func, count) : -1;
            case Builtin.STRING_UPPER:
                return isShort(func, count) ? strings.upper(func, count) : -1;
            case Builtin.STRING_LOWER:
                return isShort(func, count) ? strings.lower(func, count) : -1;
            case Builtin.STRING_REVERSE:
                return isShort(func, count) ? strings.reverse(func, count) : -1;
            case Builtin.STRING_REP:
                return isShortRepetition(func, count) ? strings.rep(func, count) : -1;
            case Builtin.STRING_FIND:
                return patterns.find(func, count);
            case Builtin.STRING_MATCH:
                return patterns.match(func, count);
            case Builtin.STRING_GMATCH:
                return patterns.gmatch(func, count);
            case Builtin.STRING_GMATCH_NEXT:
                return patterns.next(func, count);
            case Builtin.STRING_GSUB:
                return patterns.gsub(func, count);
            case Builtin.STRING_FORMAT:
                return format.isSimple(func, count) ? format.format(func, count) : -1;
            case Builtin.TOSTRING:
                return isPlain(func, count) ? base.toText(func, count) : -1;
            case Builtin.TONUMBER:
                return count == 1 ? base.toNumber(func, count) : -1;
            case Builtin.TYPE:
                return count >= 1 ? base.type(func, count) : -1;
            default:
                return -1;
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

    private boolean isShort(int func, int count) {
        return isString(func, count) && mayMake(length(func, 1));
    }

    /** Whether a string of so many bytes may be made. */
    private boolean mayMake(long bytes) {
        return bytes <= LONGEST && mem.getInt(State.DEBT) + STRING_BYTES + bytes <= 0;
    }

    /** Whether there is a value that is no object but for a string, and has no metamethod for its text. */
    private boolean isPlain(int func, int count) {
        return count >= 1
                && tag(func, 1) <= Tag.LONG_STRING
                && metamethods.event(slot(func, 1), Name.TOSTRING) == State.EMPTY_NODE;
    }

    private boolean areBytes(int func, int count) {
        for (int i = 1; i <= count; i++) {
            if (tag(func, i) != Tag.INTEGER || (integer(func, i) & ~0xFFL) != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isShortRepetition(int func, int count) {
        if (count != 2 || !isString(func, count) || tag(func, 2) != Tag.INTEGER) {
            return false;
        }
        long times = integer(func, 2);
        return times <= LONGEST && mayMake(times * length(func, 1));
    }

    // --- parts of strings ---

    private int sub(int func, int count) {
        if (!isString(func, count)
                || count < 2
                || tag(func, 2) != Tag.INTEGER
                || count > 2 && tag(func, 3) != Tag.INTEGER) {
            return -1;
        }
        int string = values.object(slot(func, 1));
        int length = mem.getInt(string + Str.LENGTH);
        long start = StringPosition.start(integer(func, 2), length);
        int end = count == 2 ? length : StringPosition.end(integer(func, 3), length);
        long bytes = end - start + 1;
        if (bytes > Str.MAX_SHORT) {
            return mayMake(bytes) ? strings.sub(func, count) : -1;
        }
        if (bytes == length) {
            values.copy(func, slot(func, 1));
            return 1;
        }
        int part =
                bytes <= 0 ? texts.name(Name.EMPTY) : texts.create(string + Str.BYTES + (int) start - 1, (int) bytes);
        values.set(func, part, Tag.SHORT_STRING);
        return 1;
    }

    private int bytes(int func, int count) {
        if (!isString(func, count)
                || count > 3
                || count > 1 && tag(func, 2) != Tag.INTEGER
                || count > 2 && tag(func, 3) != Tag.INTEGER) {
            return -1;
        }
        int string = values.object(slot(func, 1));
        int length = mem.getInt(string + Str.LENGTH);
        long first = count < 2 ? 1 : integer(func, 2);
        int from = (int) Math.min(StringPosition.start(first, length) - 1, length);
        int end = StringPosition.end(count < 3 ? first : integer(func, 3), length);
        if (end - from > MOST_RESULTS) {
            return -1;
        }
        for (int i = from; i < end; i++) {
            values.setInteger(slot(func, i - from), mem.getUnsignedByte(string + Str.BYTES + i));
        }
        return Math.max(0, end - from);
    }
}
