package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Conversions;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.interp.Metamethods;
import dev.moonlift.runtime.kernel.table.TableArray;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.memory.Memory;

/** What the functions of the table library share: which values they take for sequences, lengths, runs of elements. */
public final class Sequences {
    /** What a value must be able to do to pass for a table. */
    public static final int READ = 1;

    public static final int WRITE = 2;
    public static final int LENGTH = 4;

    private final Memory mem;
    private final Value values;
    private final Tables tables;
    private final Collector collector;
    private final Calls calls;
    private final Metamethods metamethods;
    private final Arguments arguments;
    private final Conversions conversions;
    private final Errors errors;
    private final Fuel fuel;

    public Sequences(
            Memory mem,
            Value values,
            Tables tables,
            Collector collector,
            Calls calls,
            Metamethods metamethods,
            Arguments arguments,
            Conversions conversions,
            Errors errors,
            Fuel fuel) {
        this.mem = mem;
        this.values = values;
        this.tables = tables;
        this.collector = collector;
        this.calls = calls;
        this.metamethods = metamethods;
        this.arguments = arguments;
        this.conversions = conversions;
        this.errors = errors;
        this.fuel = fuel;
    }

    // --- arguments ---

    /** Checks that an argument is a table, or that its metamethods make it behave like one. */
    public void check(int func, int count, int index, int abilities) {
        if (arguments.tag(func, count, index) != Tag.TABLE) {
            if (index > count || !passesForTable(Arguments.slot(func, index), abilities)) {
                arguments.table(func, count, index);
            }
        }
    }

    private boolean passesForTable(int slot, int abilities) {
        return ((abilities & READ) == 0 || has(slot, Name.INDEX))
                && ((abilities & WRITE) == 0 || has(slot, Name.NEWINDEX))
                && ((abilities & LENGTH) == 0 || has(slot, Name.LEN));
    }

    private boolean has(int slot, int event) {
        return metamethods.event(slot, event) != State.EMPTY_NODE;
    }

    /** Whether reading from the value is reading from a table, no metamethod asked. */
    public boolean isReadRaw(int slot) {
        return values.tag(slot) == Tag.TABLE && !has(slot, Name.INDEX);
    }

    /** Whether writing to the value is writing to a table, no metamethod asked. */
    public boolean isWrittenRaw(int slot) {
        return values.tag(slot) == Tag.TABLE && !has(slot, Name.NEWINDEX);
    }

    /** Whether the first argument is a table without metatable. */
    public boolean isPlain(int func, int count) {
        int first = Arguments.slot(func, 1);
        return count > 0 && values.tag(first) == Tag.TABLE && metamethods.isPlain(values.object(first));
    }

    // --- length ---

    /** Where {@link #length} leaves its answer: behind the arguments. */
    public static int lengthSlot(int func, int count) {
        return Arguments.slot(func, count + 1);
    }

    /** The length of the first argument: 0 when it is known, or the outcome CALL; then {@link #received} follows. */
    public int length(int func, int count, int nextStep) {
        if (isPlain(func, count)) {
            long length = tables.length(values.object(Arguments.slot(func, 1)));
            values.setInteger(lengthSlot(func, count), length);
            return 0;
        }
        int at = Arguments.slot(func, count + 2);
        int operands = metamethods.length(Arguments.slot(func, 1), lengthSlot(func, count), at);
        return operands == 0 ? 0 : calls.callFromBuiltin(func, at, operands, nextStep);
    }

    /** Takes what {@code __len} returned, which must be an integer. */
    public void received(int func, int count, int callee, int results) {
        if (results == 0 || !conversions.toInteger(callee)) {
            errors.raise(Name.LENGTH_NOT_INTEGER, 0, 0, 0);
        }
        values.setInteger(lengthSlot(func, count), conversions.integerResult());
    }

    // --- elements ---

    /** Whether elements {@code first} to {@code last}, at least one, all lie in a table's array part. */
    public boolean areInArray(int table, long first, long last) {
        return first >= 1 && last <= mem.getInt(table + Table.CAPACITY);
    }

    /** Copies elements between array parts, or within one, where the ranges may overlap. */
    public void copy(int source, int first, int target, int at, int count) {
        fuel.chargeElements(count);
        int from = mem.getInt(source + Table.ARRAY);
        int to = mem.getInt(target + Table.ARRAY);
        mem.copy(to - 8 * (at + count - 1), from - 8 * (first + count - 1), 8 * count);
        mem.copy(to + at - 1, from + first - 1, count);
        if (source == target) {
            collector.elementsMoved(target, at, count);
        } else {
            settle(source, first, target, at, count);
            collector.elementsCopied(target, at, count);
        }
    }

    /** Elements that are in doubt in a weak table are not in another. */
    private void settle(int source, int first, int target, int at, int count) {
        if (!metamethods.isPlain(source)) {
            int to = mem.getInt(target + Table.ARRAY) + at - 1;
            for (int i = 0; i < count; i++) {
                if (mem.getByte(to + i) < 0) {
                    mem.putByte(to + i, values.tag(tables.getInteger(source, first + i)));
                }
            }
        }
    }

    /** Copies elements of the array part into consecutive slots. */
    public void load(int table, int first, int slot, int count) {
        int array = mem.getInt(table + Table.ARRAY);
        for (int i = 0; i < count; i++) {
            int to = slot + (i << Layout.SLOT_SHIFT);
            int tag = mem.getByte(array + first + i - 1);
            mem.putLong(to, mem.getLong(array - 8 * (first + i)));
            mem.putByte(to + Layout.TAG, tag < 0 ? values.tag(tables.getInteger(table, first + i)) : tag);
        }
    }

    /** Copies consecutive slots into the array part of a new table, which needs no barrier. */
    public void store(int table, int slot, int count) {
        int array = mem.getInt(table + Table.ARRAY);
        for (int i = 0; i < count; i++) {
            int from = slot + (i << Layout.SLOT_SHIFT);
            mem.putLong(array - 8 * (i + 1), mem.getLong(from));
            mem.putByte(array + i, mem.getByte(from + Layout.TAG));
        }
    }

    /** Makes the array part hold elements up to {@code last}; by doubling, so that growing often stays cheap. */
    public void ensureCapacity(int table, int last) {
        int capacity = mem.getInt(table + Table.CAPACITY);
        if (last > capacity) {
            tables.ensureCapacity(table, (int) Math.max(last, Math.min(2L * capacity, TableArray.MAX_CAPACITY)));
        }
    }
}
