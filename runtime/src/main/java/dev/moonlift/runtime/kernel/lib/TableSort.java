package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.memory.Memory;

/**
 * {@code table.sort} (manual §6.6): numbers among themselves, or strings, in a table without metatable are sorted by
 * {@link ElementSort}, where they lie; everything else, and every sort with a function for the order, by the prelude.
 */
public final class TableSort {
    private static final int STEP_LENGTH = 1;
    /** Kinds of elements, as bits. */
    private static final int NUMBERS = 1;

    private static final int STRINGS = 2;
    private static final int OTHERS = 4;

    private final Memory mem;
    private final Value values;
    private final Arguments arguments;
    private final Errors errors;
    private final Sequences sequences;
    private final ElementSort elements;
    private final PreludeFunctions prelude;

    public TableSort(
            Memory mem,
            Value values,
            Arguments arguments,
            Errors errors,
            Sequences sequences,
            ElementSort elements,
            PreludeFunctions prelude) {
        this.mem = mem;
        this.values = values;
        this.arguments = arguments;
        this.errors = errors;
        this.sequences = sequences;
        this.elements = elements;
        this.prelude = prelude;
    }

    public int sort(int func, int count) {
        sequences.check(func, count, 1, Sequences.READ | Sequences.WRITE | Sequences.LENGTH);
        int outcome = sequences.length(func, count, STEP_LENGTH);
        return outcome == 0 ? sortWithLength(func, count) : outcome;
    }

    public int sortStep(int func, int count, int step, int callee, int results) {
        sequences.received(func, count, callee, results);
        return sortWithLength(func, count);
    }

    private int sortWithLength(int func, int count) {
        long length = values.integer(Sequences.lengthSlot(func, count));
        if (length <= 1) {
            return 0;
        }
        if (length >= Integer.MAX_VALUE) {
            return errors.argument(func, 1, errors.text(Name.ARRAY_TOO_BIG));
        }
        int sequence = Arguments.slot(func, 1);
        int order = Arguments.slot(func, 2);
        if (!arguments.isNoneOrNil(func, count, 2)) {
            arguments.function(func, count, 2);
        } else if (sequences.isReadRaw(sequence) && isHomogeneous(values.object(sequence), (int) length)) {
            elements.sort(values.object(sequence), (int) length);
            return 0;
        } else {
            values.setNil(order);
        }
        values.copy(Arguments.slot(func, 3), order);
        values.setInteger(order, length);
        return prelude.become(PreludeFunctions.TABLE_SORT, func, 3);
    }

    /** Whether the elements are all numbers or all strings, and in the array part. */
    private boolean isHomogeneous(int table, int count) {
        if (!sequences.areInArray(table, 1, count)) {
            return false;
        }
        int array = mem.getInt(table + Table.ARRAY);
        int kinds = 0;
        for (int i = 0; i < count; i++) {
            kinds |= kind(mem.getByte(array + i));
        }
        return kinds == NUMBERS || kinds == STRINGS;
    }

    private static int kind(int tag) {
        switch (tag) {
            case Tag.INTEGER:
            case Tag.FLOAT:
                return NUMBERS;
            case Tag.SHORT_STRING:
            case Tag.LONG_STRING:
                return STRINGS;
            default:
                return OTHERS;
        }
    }
}
