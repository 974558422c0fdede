package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.interp.TypeNames;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.TextBuffer;

/** {@code table.concat} (manual §6.6). */
public final class TableConcat {
    private static final int STEP_LENGTH = 1;
    /** Fuel is taken whenever about so many bytes have been put together. */
    private static final int PORTION = 4096;
    /** What an element costs in addition to its bytes, in bytes. */
    private static final int ELEMENT_BYTES = 8;

    private final Value values;
    private final TextBuffer text;
    private final Tables tables;
    private final Arguments arguments;
    private final TypeNames types;
    private final Errors errors;
    private final Fuel fuel;
    private final Sequences sequences;
    private final PreludeFunctions prelude;

    public TableConcat(
            Value values,
            TextBuffer text,
            Tables tables,
            Arguments arguments,
            TypeNames types,
            Errors errors,
            Fuel fuel,
            Sequences sequences,
            PreludeFunctions prelude) {
        this.values = values;
        this.text = text;
        this.tables = tables;
        this.arguments = arguments;
        this.types = types;
        this.errors = errors;
        this.fuel = fuel;
        this.sequences = sequences;
        this.prelude = prelude;
    }

    private static int slot(int func, int index) {
        return Arguments.slot(func, index);
    }

    public int concat(int func, int count) {
        sequences.check(func, count, 1, Sequences.READ | Sequences.LENGTH);
        int outcome = sequences.length(func, count, STEP_LENGTH);
        return outcome == 0 ? concatWithLength(func, count) : outcome;
    }

    public int concatStep(int func, int count, int step, int callee, int results) {
        sequences.received(func, count, callee, results);
        return concatWithLength(func, count);
    }

    private int concatWithLength(int func, int count) {
        long length = values.integer(Sequences.lengthSlot(func, count));
        int separator = arguments.optionalString(func, count, 2);
        long first = arguments.optionalInteger(func, count, 3, 1);
        long last = arguments.optionalInteger(func, count, 4, length);
        if (separator == 0) {
            separator = errors.text(Name.EMPTY);
        }
        if (sequences.isReadRaw(slot(func, 1))) {
            return join(func, separator, first, last);
        }
        values.setObject(slot(func, 2), separator);
        values.setInteger(slot(func, 3), first);
        values.setInteger(slot(func, 4), last);
        return prelude.become(PreludeFunctions.TABLE_CONCAT, func, 4);
    }

    private int join(int func, int separator, long first, long last) {
        int table = values.object(slot(func, 1));
        int begin = text.length();
        int paid = begin;
        for (long i = first; i <= last; i++) {
            append(table, i);
            if (i == last) {
                break;
            }
            text.appendText(separator);
            paid -= ELEMENT_BYTES;
            if (text.length() - paid >= PORTION) {
                fuel.chargeBytes(text.length() - paid);
                paid = text.length();
            }
        }
        fuel.chargeBytes(text.length() - paid);
        values.setObject(func, text.take(begin));
        return 1;
    }

    private void append(int table, long index) {
        int element = tables.getInteger(table, index);
        switch (values.tag(element)) {
            case Tag.SHORT_STRING:
            case Tag.LONG_STRING:
                text.appendText(values.object(element));
                break;
            case Tag.INTEGER:
                text.appendInteger(values.integer(element));
                break;
            case Tag.FLOAT:
                text.appendFloat(values.number(element));
                break;
            default:
                invalid(values.tag(element), index);
        }
    }

    private void invalid(int tag, long index) {
        int begin = text.length();
        text.appendInteger(index);
        errors.raise(Name.ERROR_CONCAT_VALUE, types.basic(tag), text.take(begin), 0);
    }
}
