package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.table.TableArray;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;

/**
 * The functions of the manual's §6.6 that move elements. Each first finds out how long the sequence is, which may call
 * {@code __len}, and checks its arguments. Elements in array parts of tables without metamethods are then moved here as
 * blocks of memory; in all other cases a function of the prelude moves them one by one.
 */
public final class TableLibrary {
    private static final int STEP_LENGTH = 1;
    /** As many results as no stack can hold. */
    private static final long MAX_RESULTS = 1_000_000;

    private final Value values;
    private final Strings strings;
    private final Tables tables;
    private final Stacks stacks;
    private final Arguments arguments;
    private final Errors errors;
    private final Fuel fuel;
    private final Sequences sequences;
    private final PreludeFunctions prelude;

    public TableLibrary(
            Value values,
            Strings strings,
            Tables tables,
            Stacks stacks,
            Arguments arguments,
            Errors errors,
            Fuel fuel,
            Sequences sequences,
            PreludeFunctions prelude) {
        this.values = values;
        this.strings = strings;
        this.tables = tables;
        this.stacks = stacks;
        this.arguments = arguments;
        this.errors = errors;
        this.fuel = fuel;
        this.sequences = sequences;
        this.prelude = prelude;
    }

    private static int slot(int func, int index) {
        return Arguments.slot(func, index);
    }

    private long lengthOf(int func, int count) {
        return values.integer(Sequences.lengthSlot(func, count));
    }

    // --- insert ---

    public int insert(int func, int count) {
        if (count == 2 && sequences.isPlain(func, count)) {
            return append(func);
        }
        sequences.check(func, count, 1, Sequences.READ | Sequences.WRITE | Sequences.LENGTH);
        int outcome = sequences.length(func, count, STEP_LENGTH);
        return outcome == 0 ? insertInto(func, count) : outcome;
    }

    /** What {@code insert} is called for most of the time, without detours. */
    private int append(int func) {
        int table = values.object(slot(func, 1));
        tables.putInteger(table, tables.length(table) + 1, slot(func, 2));
        return 0;
    }

    public int insertStep(int func, int count, int step, int callee, int results) {
        sequences.received(func, count, callee, results);
        return insertInto(func, count);
    }

    private int insertInto(int func, int count) {
        long end = lengthOf(func, count) + 1;
        if (count == 2) {
            return insertAt(func, end, end, slot(func, 2));
        }
        if (count != 3) {
            return errors.raise(Name.INSERT_ARGUMENTS, 0, 0, 0);
        }
        long position = arguments.integer(func, count, 2);
        if (Long.compareUnsigned(position - 1, end) >= 0) {
            return errors.argument(func, 2, errors.text(Name.POSITION_BOUNDS));
        }
        return insertAt(func, end, position, slot(func, 3));
    }

    private int insertAt(int func, long end, long position, int value) {
        int sequence = slot(func, 1);
        if (sequences.isWrittenRaw(sequence)) {
            int table = values.object(sequence);
            if (position >= end) {
                tables.putInteger(table, position, value);
                return 0;
            }
            if (sequences.isReadRaw(sequence) && makeRoom(table, end, position)) {
                tables.putInteger(table, position, value);
                return 0;
            }
        }
        values.copy(slot(func, 4), value);
        values.setInteger(slot(func, 2), end);
        values.setInteger(slot(func, 3), position);
        return prelude.become(PreludeFunctions.TABLE_INSERT, func, 4);
    }

    /**
     * Moves elements up by one from a position on. The last one goes first, since that may need memory: when there is
     * none, nothing has happened yet.
     *
     * @return false if they are not all in the array part, which leaves all but the last where they were
     */
    private boolean makeRoom(int table, long end, long position) {
        tables.putInteger(table, end, tables.getInteger(table, end - 1));
        if (!sequences.areInArray(table, position, end)) {
            return false;
        }
        int from = (int) position;
        sequences.copy(table, from, table, from + 1, (int) end - 1 - from);
        return true;
    }

    // --- remove ---

    public int remove(int func, int count) {
        sequences.check(func, count, 1, Sequences.READ | Sequences.WRITE | Sequences.LENGTH);
        int outcome = sequences.length(func, count, STEP_LENGTH);
        return outcome == 0 ? removeFrom(func, count) : outcome;
    }

    public int removeStep(int func, int count, int step, int callee, int results) {
        sequences.received(func, count, callee, results);
        return removeFrom(func, count);
    }

    private int removeFrom(int func, int count) {
        long size = lengthOf(func, count);
        long position = arguments.optionalInteger(func, count, 2, size);
        if (position != size && Long.compareUnsigned(position - 1, size) > 0) {
            return errors.argument(func, 2, errors.text(Name.POSITION_BOUNDS));
        }
        int sequence = slot(func, 1);
        if (sequences.isReadRaw(sequence) && sequences.isWrittenRaw(sequence)) {
            int table = values.object(sequence);
            if (position >= size || sequences.areInArray(table, position, size)) {
                return removeRaw(func, table, size, position);
            }
        }
        values.setInteger(slot(func, 2), size);
        values.setInteger(slot(func, 3), position);
        return prelude.become(PreludeFunctions.TABLE_REMOVE, func, 3);
    }

    private int removeRaw(int func, int table, long size, long position) {
        values.copy(func, tables.getInteger(table, position));
        if (position < size) {
            int to = (int) position;
            sequences.copy(table, to + 1, table, to, (int) size - to);
        }
        int nil = slot(func, 2);
        values.setNil(nil);
        tables.putInteger(table, Math.max(position, size), nil);
        return 1;
    }

    // --- move ---

    public int move(int func, int count) {
        long first = arguments.integer(func, count, 2);
        long last = arguments.integer(func, count, 3);
        long at = arguments.integer(func, count, 4);
        int target = arguments.isNoneOrNil(func, count, 5) ? 1 : 5;
        sequences.check(func, count, 1, Sequences.READ);
        sequences.check(func, count, target, Sequences.WRITE);
        if (last < first) {
            values.copy(func, slot(func, target));
            return 1;
        }
        if (first <= 0 && last >= Long.MAX_VALUE + first) {
            return errors.argument(func, 3, errors.text(Name.TOO_MANY_TO_MOVE));
        }
        if (at > Long.MAX_VALUE - (last - first + 1) + 1) {
            return errors.argument(func, 4, errors.text(Name.DESTINATION_WRAP));
        }
        return moveRange(func, first, last, at, target);
    }

    private int moveRange(int func, long first, long last, long at, int target) {
        int from = slot(func, 1);
        int to = slot(func, target);
        if (sequences.isReadRaw(from) && sequences.isWrittenRaw(to) && moveBlock(from, first, last, to, at)) {
            values.copy(func, to);
            return 1;
        }
        values.copy(slot(func, 5), to);
        values.setInteger(slot(func, 2), first);
        values.setInteger(slot(func, 3), last);
        values.setInteger(slot(func, 4), at);
        return prelude.become(PreludeFunctions.TABLE_MOVE, func, 5);
    }

    /** Moves what lies in an array part to where an array part begins or goes on; false if that is not so. */
    private boolean moveBlock(int from, long first, long last, int to, long at) {
        int source = values.object(from);
        int target = values.object(to);
        boolean goesOn = at == 1 || at > 1 && sequences.areInArray(target, 1, at - 1);
        if (!goesOn || !sequences.areInArray(source, first, last) || at + last - first > TableArray.MAX_CAPACITY) {
            return false;
        }
        int count = (int) (last - first) + 1;
        sequences.ensureCapacity(target, (int) at + count - 1);
        sequences.copy(source, (int) first, target, (int) at, count);
        return true;
    }

    // --- pack, unpack ---

    public int pack(int func, int count) {
        fuel.chargeElements(count);
        int table = tables.create(count, 1);
        sequences.store(table, slot(func, 1), count);
        int number = slot(func, count + 1);
        values.setInteger(number, count);
        tables.putString(table, strings.name(Name.FIELD_N), number);
        values.setObject(func, table);
        return 1;
    }

    public int unpack(int func, int count) {
        long first = arguments.optionalInteger(func, count, 2, 1);
        if (!arguments.isNoneOrNil(func, count, 3)) {
            return unpackRange(func, first, arguments.integer(func, count, 3));
        }
        if (count == 0) {
            values.setNil(slot(func, 1));
        }
        int outcome = sequences.length(func, count, STEP_LENGTH);
        return outcome == 0 ? unpackRange(func, first, lengthOf(func, count)) : outcome;
    }

    public int unpackStep(int func, int count, int step, int callee, int results) {
        sequences.received(func, count, callee, results);
        return unpackRange(func, arguments.optionalInteger(func, count, 2, 1), lengthOf(func, count));
    }

    private int unpackRange(int func, long first, long last) {
        if (first > last) {
            return 0;
        }
        if (Long.compareUnsigned(last - first, MAX_RESULTS) >= 0
                || !stacks.canReserve(func, (int) (last - first) + 1)) {
            return errors.raise(Name.ERROR_UNPACK, 0, 0, 0);
        }
        if (sequences.isReadRaw(slot(func, 1))) {
            return unpackRaw(func, first, (int) (last - first) + 1);
        }
        values.setInteger(slot(func, 2), first);
        values.setInteger(slot(func, 3), last);
        return prelude.become(PreludeFunctions.TABLE_UNPACK, func, 3);
    }

    private int unpackRaw(int func, long first, int count) {
        fuel.chargeElements(count);
        int table = values.object(slot(func, 1));
        int to = stacks.reserve(func, count);
        if (sequences.areInArray(table, first, first + count - 1)) {
            sequences.load(table, (int) first, to, count);
        } else {
            for (int i = 0; i < count; i++) {
                values.copy(slot(to, i), tables.getInteger(table, first + i));
            }
        }
        return count;
    }
}
