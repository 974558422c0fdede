package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.memory.Memory;

/**
 * The functions of the prelude, by their place in the list that it returns. A builtin checks its arguments and, where
 * more is to be done than plain memory operations can do, has one of these take its place.
 */
public final class PreludeFunctions {
    public static final int TABLE_CONCAT = 0;
    public static final int TABLE_INSERT = 1;
    public static final int TABLE_MOVE = 2;
    public static final int TABLE_REMOVE = 3;
    public static final int TABLE_SORT = 4;
    public static final int TABLE_UNPACK = 5;
    public static final int REQUIRE = 6;
    public static final int DOFILE = 7;
    public static final int LOADFILE = 8;
    public static final int OS_TIME = 9;
    public static final int SEARCH_FOLDER = 10;

    private final Memory mem;
    private final Value values;
    private final Calls calls;

    public PreludeFunctions(Memory mem, Value values, Calls calls) {
        this.mem = mem;
        this.values = values;
        this.calls = calls;
    }

    /** The outcome of a builtin whose place a function takes, with {@code count} arguments above the function slot. */
    public int become(int function, int func, int count) {
        values.copy(func, mem.getInt(State.PRELUDE) + (function << Layout.SLOT_SHIFT));
        return calls.tailCall(count);
    }

    /** The number of the builtin whose place a function takes: programs see that one. */
    public static int builtin(int function) {
        switch (function) {
            case TABLE_CONCAT:
                return Builtin.TABLE_CONCAT;
            case TABLE_INSERT:
                return Builtin.TABLE_INSERT;
            case TABLE_MOVE:
                return Builtin.TABLE_MOVE;
            case TABLE_REMOVE:
                return Builtin.TABLE_REMOVE;
            case TABLE_SORT:
                return Builtin.TABLE_SORT;
            case TABLE_UNPACK:
                return Builtin.TABLE_UNPACK;
            case REQUIRE:
                return Builtin.REQUIRE;
            case DOFILE:
                return Builtin.DOFILE;
            case OS_TIME:
                return Builtin.OS_TIME;
            case SEARCH_FOLDER:
                return Builtin.SEARCH_FOLDER;
            default:
                return Builtin.LOADFILE;
        }
    }
}
