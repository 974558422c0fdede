package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.Closures;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.lib.LeafBuiltins;
import dev.moonlift.runtime.kernel.table.TableArray;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.Memory;

/**
 * What compiled code asks of the kernel that calls nothing: frames stay where they are, and nothing is raised. What
 * cannot be done so is not begun; then {@link CompiledCode} does it in general.
 */
public final class LeafRequests {
    private final Memory mem;
    private final Value values;
    private final Stacks stacks;
    private final Strings strings;
    private final LeafBuiltins leaves;
    private final Collector collector;
    private final Tables tables;
    private final FastTables fastTables;
    private final Calls calls;
    private final Closures closures;

    public LeafRequests(
            Memory mem,
            Value values,
            Stacks stacks,
            Strings strings,
            LeafBuiltins leaves,
            Collector collector,
            Tables tables,
            FastTables fastTables,
            Calls calls,
            Closures closures) {
        this.mem = mem;
        this.values = values;
        this.stacks = stacks;
        this.strings = strings;
        this.leaves = leaves;
        this.collector = collector;
        this.tables = tables;
        this.fastTables = fastTables;
        this.calls = calls;
        this.closures = closures;
    }

    /**
     * Calls a library function without a frame, if {@link LeafBuiltins} does that.
     *
     * @param func its slot, with arguments above it
     * @param wanted results, -1 for all, and TOP behind them
     * @return whether it is done; if not, nothing is
     */
    public int builtin(int func, int count, int wanted) {
        if (mem.getByte(func + Layout.TAG) != Tag.BUILTIN) {
            return 0;
        }
        int results = leaves.call(mem.getInt(func), func, count);
        if (results < 0) {
            return 0;
        }
        mem.putInt(State.FUEL, mem.getInt(State.FUEL) - FuelCost.CALL);
        int end = func + (results << Layout.SLOT_SHIFT);
        if (wanted < 0) {
            mem.putInt(State.TOP, end);
        } else {
            values.clear(end, func + (wanted << Layout.SLOT_SHIFT));
        }
        return 1;
    }

    /**
     * Concatenates slots into the first of them, if they are a few strings and numbers.
     *
     * @return whether it is done; if not, nothing is
     */
    public int concat(int from, int count) {
        return leaves.concat(from, count) ? 1 : 0;
    }

    /**
     * Finds a method of a string in what the metatable of strings has as __index, and copies it to a slot, the string
     * to the next.
     *
     * @return whether it is done; if not, nothing is
     */
    public int stringMethod(int object, int key, int to) {
        int metatable = mem.getInt(State.STRING_METATABLE);
        if (!values.isString(object) || mem.getByte(State.STRING_METATABLE + Layout.TAG) != Tag.TABLE) {
            return 0;
        }
        int index = tables.findShort(metatable, strings.name(Name.INDEX));
        if (mem.getByte(index + Node.VALUE_TAG) != Tag.TABLE) {
            return 0;
        }
        int node = tables.findMethod(mem.getInt(index + Node.VALUE), key);
        int tag = mem.getByte(node + Node.VALUE_TAG);
        if (tag <= Tag.NIL) {
            return 0;
        }
        values.copy(to + Layout.SLOT, object);
        mem.putLong(to, mem.getLong(node + Node.VALUE));
        mem.putByte(to + Layout.TAG, tag);
        return 1;
    }

    /** The order of two strings: negative, 0 or positive. */
    public int compare(int a, int b) {
        return strings.compare(a, b);
    }

    /** The node of a method's name in a table, or where its metatables lead to; one with the value nil if not there. */
    public int method(int table, int name) {
        return tables.findMethod(table, name);
    }

    /**
     * Reads a table, for keys of any kind, where no metatable has a say.
     *
     * @return whether it is done; if not, nothing is
     */
    public int get(int object, int key, int to) {
        if (fastTables.getElement(object, key, to)) {
            return 1;
        }
        if (mem.getByte(object + Layout.TAG) != Tag.TABLE) {
            return 0;
        }
        int table = mem.getInt(object);
        return take(table, tables.get(table, mem.getLong(key), mem.getByte(key + Layout.TAG)), to);
    }

    /** The same for an integer as key. */
    public int getIndexed(int object, int index, int to) {
        if (mem.getByte(object + Layout.TAG) != Tag.TABLE) {
            return 0;
        }
        int table = mem.getInt(object);
        return take(table, tables.getInteger(table, index), to);
    }

    private int take(int table, int value, int to) {
        if (mem.getByte(value + Layout.TAG) == Tag.NIL && mem.getInt(table + Table.METATABLE) != 0) {
            return 0;
        }
        mem.putLong(to, mem.getLong(value));
        mem.putByte(to + Layout.TAG, mem.getByte(value + Layout.TAG));
        return 1;
    }

    /**
     * Writes to a table where no metatable has a say.
     *
     * @return whether it is done and no collection is due after it; if not, it is to be done, perhaps once more, as
     *     always: so collections come when they come to the interpreter
     */
    public int set(int object, int key, int from) {
        if (fastTables.setElement(object, key, from)) {
            return 1;
        }
        int tag = mem.getByte(key + Layout.TAG);
        boolean isKey = tag != Tag.NIL && (tag != Tag.FLOAT || !Double.isNaN(values.number(key)));
        return isKey && mayPut(object) ? put(mem.getInt(object), mem.getLong(key), tag, from) : 0;
    }

    /** The same for an integer as key. */
    public int setIndexed(int object, int index, int from) {
        return mayPut(object) ? put(mem.getInt(object), index, Tag.INTEGER, from) : 0;
    }

    private boolean mayPut(int object) {
        return mem.getByte(object + Layout.TAG) == Tag.TABLE
                && mem.getInt(mem.getInt(object) + Table.METATABLE) == 0
                && mem.getInt(State.DEBT) <= 0;
    }

    private int put(int table, long key, int tag, int from) {
        try {
            tables.put(table, key, tag, from);
            return mem.getInt(State.DEBT) <= 0 ? 1 : 0;
        } catch (Signal.OutOfMemory full) {
            return 0;
        }
    }

    /** A border of a table (manual §3.4.7), -1 if that is above what an int can hold. */
    public int length(int table) {
        long border = tables.length(table);
        return border > Integer.MAX_VALUE ? -1 : (int) border;
    }

    /** As {@link Tables#next}. */
    public int next(int table, int keySlot) {
        return tables.next(table, keySlot);
    }

    /**
     * A new table as by the instruction NEWTABLE, where no collection is due after it. Nothing looks at registers or
     * frames for that.
     *
     * @param elements as {@code Tables.create} takes it
     * @param logNodesPlusOne binary logarithm of the number of nodes, plus 1; 0 for none
     * @return its address; 0 if nothing is done
     */
    public int newTable(int elements, int logNodesPlusOne) {
        int nodes = logNodesPlusOne == 0 ? 0 : 1 << logNodesPlusOne - 1;
        if (mem.getInt(State.DEBT) + Tables.bytes(elements, nodes) > 0) {
            return 0;
        }
        try {
            return tables.create(elements, nodes);
        } catch (Signal.OutOfMemory full) {
            return 0;
        }
    }

    /**
     * A new closure as by the instruction CLOSURE, where no collection is due after it. Nothing looks at registers for
     * that but at those that it captures.
     *
     * @param enclosing the closure of the running function
     * @param index number of the function among its children
     * @param base its first register
     * @return its address; 0 if nothing is done
     */
    public int closure(int enclosing, int index, int base) {
        int children = mem.getInt(mem.getInt(enclosing + Closure.PROTOTYPE) + Prototype.CHILDREN);
        int child = mem.getInt(children + Integer.BYTES * index);
        int upvalues = mem.getInt(child + Prototype.UPVALUE_COUNT);
        if (mem.getInt(State.DEBT) + Closure.UPVALUES + (Integer.BYTES + Upvalue.BYTES) * upvalues > 0) {
            return 0;
        }
        try {
            return closures.create(child, enclosing, base);
        } catch (Signal.OutOfMemory full) {
            return 0;
        }
    }

    /**
     * Stores the values from a slot up to TOP in a table as the instruction SETLIST does, where no collection is due
     * after it.
     *
     * @param offset how many elements are before them
     * @return whether it is done; if not, nothing is
     */
    public int fill(int table, int offset, int slot) {
        int count = mem.getInt(State.TOP) - slot >> Layout.SLOT_SHIFT;
        if (mem.getInt(State.DEBT) + TableArray.ELEMENT_BYTES * (long) (offset + count) > 0) {
            return 0;
        }
        try {
            tables.fill(table, offset, slot, count);
            return 1;
        } catch (Signal.OutOfMemory full) {
            return 0;
        }
    }

    /**
     * Gives a table that has none a metatable, if that asks for no finalizer.
     *
     * @return whether it is done; if not, nothing is
     */
    public int setMetatable(int table, int metatable) {
        if (mem.getInt(table + Table.METATABLE) != 0 || tables.findEvent(metatable, Name.GC) != State.EMPTY_NODE) {
            return 0;
        }
        mem.putInt(table + Table.METATABLE, metatable);
        collector.barrier(table, metatable);
        return 1;
    }

    /** Moves captured variables from a register on out of the stack. */
    public int close(int level) {
        closures.close(level);
        return 0;
    }

    /**
     * Copies extra arguments as the instruction VARARG does, if that costs no fuel and the stack has room for them.
     *
     * @param wanted how many; below 0 for all, and TOP behind them
     * @return whether it is done; if not, nothing is
     */
    public int vararg(int frame, int to, int wanted) {
        int count = calls.extraCount(frame);
        int needed = wanted < 0 ? count : wanted;
        int end = to + (needed << Layout.SLOT_SHIFT);
        if (needed >= FuelCost.ELEMENTS_PER_UNIT || !stacks.hasRoom(0, end + Layout.SLOT)) {
            return 0;
        }
        int copied = to + (Math.min(count, needed) << Layout.SLOT_SHIFT);
        int distance = calls.firstExtra(frame, count) - to;
        for (int slot = to; slot < copied; slot += Layout.SLOT) {
            values.copy(slot, slot + distance);
        }
        if (wanted < 0) {
            mem.putInt(State.TOP, end);
        } else if (copied < end) {
            values.clear(copied, end);
        }
        return 1;
    }
}
