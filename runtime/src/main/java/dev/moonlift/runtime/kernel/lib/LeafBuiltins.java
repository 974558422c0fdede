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
import dev.moonlift.runtime.kernel.interp.Concatenation;
import dev.moonlift.runtime.kernel.interp.Metamethods;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * Library functions where they do little work on arguments that need no conversion: then they raise no error and call
 * nothing, so nobody sees whether they have a frame. An error of a mathematical function all the same is forgotten, and
 * raised by the call with a frame that follows.
 */
public final class LeafBuiltins {
    /** What a string takes beside its bytes, at most. */
    public static final int STRING_BYTES = Str.BYTES + Long.BYTES;
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
    private final SimpleFormat format;
    private final LeafPatterns patterns;
    private final LeafTables sequences;
    private final MathDispatch math;
    private final Metamethods metamethods;
    private final Concatenation concatenation;
    private final BaseLibrary base;

    public LeafBuiltins(
            Memory mem,
            Value values,
            Stacks stacks,
            Strings texts,
            TextBuffer text,
            StringLibrary strings,
            SimpleFormat format,
            LeafPatterns patterns,
            LeafTables sequences,
            MathDispatch math,
            Metamethods metamethods,
            Concatenation concatenation,
            BaseLibrary base) {
        this.mem = mem;
        this.values = values;
        this.stacks = stacks;
        this.texts = texts;
        this.text = text;
        this.strings = strings;
        this.format = format;
        this.patterns = patterns;
        this.sequences = sequences;
        this.math = math;
        this.metamethods = metamethods;
        this.concatenation = concatenation;
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
    @Inline
    public int call(int id, int func, int count) {
        int frame = mem.getInt(State.FRAME) + Frame.BYTES;
        int fuel = mem.getInt(State.FUEL);
        if (!mayGoOn(fuel) || !stacks.hasRoom(frame, slot(func, count + 1 + Calls.BUILTIN_SLOTS))) {
            return -1;
        }
        return attempt(id, func, count, fuel);
    }

    /** Whether there is fuel for what is done here, nothing else is due, and no collection will be. */
    @Inline
    private boolean mayGoOn(int fuel) {
        boolean mayCollect = mem.getInt(State.DEBT) + BYTES > 0
                || mem.getInt(State.INTERN_COUNT) + MOST_RESULTS > mem.getInt(State.INTERN_SIZE);
        return fuel > FUEL && !mayCollect && mem.getInt(State.INTERRUPT) == 0;
    }

    /**
     * Does the operator of concatenation for a few strings and numbers, into the first of their slots.
     *
     * @return whether it is done; if not, nothing is
     */
    public boolean concat(int from, int count) {
        int fuel = mem.getInt(State.FUEL);
        if (!mayGoOn(fuel)) {
            return false;
        }
        try {
            return concatenation.concatShort(from, count);
        } catch (Signal failed) {
            mem.putInt(State.FUEL, fuel);
            return false;
        }
    }

    /** What takes more fuel than expected is stopped, as if the guest had no more. */
    @Inline
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

    /** Whether a function is one of these, for some arguments. */
    public static boolean isLeaf(int id) {
        switch (id) {
            case Builtin.STRING_BYTE:
            case Builtin.STRING_SUB:
            case Builtin.STRING_LEN:
            case Builtin.STRING_CHAR:
            case Builtin.STRING_UPPER:
            case Builtin.STRING_LOWER:
            case Builtin.STRING_REVERSE:
            case Builtin.STRING_REP:
            case Builtin.STRING_FIND:
            case Builtin.STRING_MATCH:
            case Builtin.STRING_GMATCH:
            case Builtin.STRING_GMATCH_NEXT:
            case Builtin.STRING_GSUB:
            case Builtin.STRING_FORMAT:
            case Builtin.TABLE_INSERT:
            case Builtin.TABLE_REMOVE:
            case Builtin.TABLE_UNPACK:
            case Builtin.TOSTRING:
            case Builtin.TONUMBER:
            case Builtin.TYPE:
            case Builtin.SELECT:
                return true;
            default:
                return isMath(id);
        }
    }

    /** Mathematical functions that change nothing, and the one that draws numbers. */
    private static boolean isMath(int id) {
        return id >> Builtin.LIBRARY_SHIFT == Builtin.LIBRARY_MATH && id != Builtin.MATH_RANDOMSEED;
    }

    private int run(int id, int func, int count) {
        return id >> Builtin.LIBRARY_SHIFT == Builtin.LIBRARY_STRING
                ? runString(id, func, count)
                : runOther(id, func, count);
    }

    private int runString(int id, int func, int count) {
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
                return format.format(func, count);
            default:
                return -1;
        }
    }

    private int runOther(int id, int func, int count) {
        switch (id) {
            case Builtin.TABLE_INSERT:
                return sequences.insert(func, count);
            case Builtin.TABLE_REMOVE:
                return sequences.remove(func, count);
            case Builtin.TABLE_UNPACK:
                return sequences.unpack(func, count, MOST_RESULTS);
            case Builtin.TOSTRING:
                return isPlain(func, count) ? base.toText(func, count) : -1;
            case Builtin.TONUMBER:
                return count == 1 ? base.toNumber(func, count) : -1;
            case Builtin.TYPE:
                return count >= 1 ? base.type(func, count) : -1;
            case Builtin.SELECT:
                return isSelection(func, count) ? base.select(func, count) : -1;
            default:
                return isMath(id) && areNumbers(id, func, count) ? math.call(id, func, count) : -1;
        }
    }

    private boolean isSelection(int func, int count) {
        boolean isPosition = count >= 1 && tag(func, 1) == Tag.INTEGER && integer(func, 1) >= 1;
        return isPosition && count - integer(func, 1) <= MOST_RESULTS;
    }

    /** Whether arguments are numbers for which a function has a result. */
    private boolean areNumbers(int id, int func, int count) {
        boolean isDrawn = id == Builtin.MATH_RANDOM;
        if (count > 2 || count == 0 && !isDrawn) {
            return false;
        }
        for (int i = 1; i <= count; i++) {
            int tag = tag(func, i);
            if (tag != Tag.INTEGER && (tag != Tag.FLOAT || isDrawn)) {
                return false;
            }
        }
        boolean isRange = count == 1 ? integer(func, 1) >= 1 : count == 0 || integer(func, 1) <= integer(func, 2);
        return !isDrawn || isRange;
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
