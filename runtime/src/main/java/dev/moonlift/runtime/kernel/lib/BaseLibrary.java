package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Conversions;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.FrameInfo;
import dev.moonlift.runtime.kernel.interp.Metamethods;
import dev.moonlift.runtime.kernel.interp.Positions;
import dev.moonlift.runtime.kernel.interp.TypeNames;
import dev.moonlift.runtime.kernel.number.NumberParser;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/** The basic functions (manual §6.1) that neither protect calls nor load code nor control the collector. */
public final class BaseLibrary {
    private static final int STEP_CALLED = 1;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final Tables tables;
    private final Calls calls;
    private final Arguments arguments;
    private final Conversions conversions;
    private final Metamethods metamethods;
    private final Metatables metatables;
    private final FrameInfo frames;
    private final Positions positions;
    private final NumberParser numbers;
    private final TypeNames types;
    private final Errors errors;

    public BaseLibrary(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            Tables tables,
            Calls calls,
            Arguments arguments,
            Conversions conversions,
            Metamethods metamethods,
            Metatables metatables,
            FrameInfo frames,
            Positions positions,
            NumberParser numbers,
            TypeNames types,
            Errors errors) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.tables = tables;
        this.calls = calls;
        this.arguments = arguments;
        this.conversions = conversions;
        this.metamethods = metamethods;
        this.metatables = metatables;
        this.frames = frames;
        this.positions = positions;
        this.numbers = numbers;
        this.types = types;
        this.errors = errors;
    }

    private static int slot(int func, int index) {
        return func + (index << Layout.SLOT_SHIFT);
    }

    // --- errors ---

    public int assertTrue(int func, int count) {
        if (arguments.isTrue(func, count, 1)) {
            for (int i = 1; i <= count; i++) {
                values.copy(slot(func, i - 1), slot(func, i));
            }
            return count;
        }
        arguments.any(func, count, 1);
        return count >= 2 ? throwPlaced(slot(func, 2), 1) : errors.raise(Name.ERROR_ASSERTION, 0, 0, 0);
    }

    public int error(int func, int count) {
        long level = arguments.optionalInteger(func, count, 2, 1);
        int value = slot(func, 1);
        if (count == 0) {
            values.setNil(value);
        }
        return throwPlaced(value, level);
    }

    /** Throws a value; in front of a string it puts where the function at that level is. */
    private int throwPlaced(int value, long level) {
        if (values.isString(value) && level > 0 && level < Integer.MAX_VALUE) {
            int frame = frames.level((int) level);
            int begin = text.length();
            positions.appendPrefixIfKnown(frame);
            text.appendString(values.object(value));
            values.setObject(value, text.takeMessage(begin));
        }
        return errors.throwValue(value);
    }

    // --- types and text ---

    public int type(int func, int count) {
        arguments.any(func, count, 1);
        values.setObject(func, types.basic(values.tag(slot(func, 1))));
        return 1;
    }

    public int toText(int func, int count) {
        arguments.any(func, count, 1);
        int outcome = metamethods.toStringFromBuiltin(func, slot(func, 1), func, STEP_CALLED);
        return outcome == 0 ? 1 : outcome;
    }

    public int toTextStep(int func, int count, int step, int callee, int results) {
        metamethods.checkToString(func, callee, results, func);
        return 1;
    }

    /** Each argument becomes its text in place; then all go to the host as one string. */
    public int print(int func, int count) {
        return printFrom(func, count, 1);
    }

    private int printFrom(int func, int count, int first) {
        for (int i = first; i <= count; i++) {
            int outcome = metamethods.toStringFromBuiltin(func, slot(func, i), slot(func, i), i);
            if (outcome != 0) {
                return outcome;
            }
        }
        int begin = text.length();
        for (int i = 1; i <= count; i++) {
            if (i > 1) {
                text.appendByte('\t');
            }
            text.appendString(values.object(slot(func, i)));
        }
        text.appendByte('\n');
        calls.chargeElements(text.length() - begin);
        values.setObject(slot(func, 1), text.take(begin));
        return calls.askHost(HostService.WRITE_OUTPUT, func, 1);
    }

    /** The step is the number of the argument whose text was asked for. */
    public int printStep(int func, int count, int step, int callee, int results) {
        metamethods.checkToString(func, callee, results, slot(func, step));
        return printFrom(func, count, step + 1);
    }

    public int toNumber(int func, int count) {
        int value = slot(func, 1);
        if (arguments.isNoneOrNil(func, count, 2)) {
            arguments.any(func, count, 1);
            if (conversions.makeNumber(value)) {
                values.copy(func, value);
            } else {
                values.setNil(func);
            }
            return 1;
        }
        long base = arguments.integer(func, count, 2);
        if (!values.isString(value)) {
            errors.argumentType(func, count, 1, errors.text(Name.TYPE_STRING));
        }
        if (base < 2 || base > 36) {
            errors.argument(func, 2, errors.text(Name.ERROR_BASE_RANGE));
        }
        int string = values.object(value);
        if (numbers.parseInBase(string + Str.BYTES, strings.length(string), (int) base, func) == 0) {
            values.setNil(func);
        }
        return 1;
    }

    // --- tables ---

    public int next(int func, int count) {
        int table = arguments.table(func, count, 1);
        int key = slot(func, 2);
        if (count < 2) {
            values.setNil(key);
        }
        values.copy(func, key);
        int found = tables.next(table, func);
        if (found < 0) {
            return errors.raiseAt(0, Name.ERROR_INVALID_NEXT, 0, 0, 0);
        }
        return found == 0 ? 1 : 2;
    }

    public int pairs(int func, int count) {
        arguments.any(func, count, 1);
        int value = slot(func, 1);
        int node = metamethods.event(value, Name.PAIRS);
        if (node == State.EMPTY_NODE) {
            values.set(func, Builtin.NEXT, Tag.BUILTIN);
            values.setNil(slot(func, 2));
            return 3;
        }
        int callee = slot(func, count + 1);
        metamethods.copyEvent(callee, node);
        values.copy(callee + Layout.SLOT, value);
        return calls.callFromBuiltin(func, callee, 1, STEP_CALLED);
    }

    /** The first three results of {@code __pairs}. */
    public int pairsStep(int func, int count, int step, int callee, int results) {
        for (int i = 0; i < 3; i++) {
            if (i < results) {
                values.copy(slot(func, i), slot(callee, i));
            } else {
                values.setNil(slot(func, i));
            }
        }
        return 3;
    }

    public int ipairs(int func, int count) {
        arguments.any(func, count, 1);
        values.set(func, Builtin.IPAIRS_NEXT, Tag.BUILTIN);
        values.setInteger(slot(func, 2), 0);
        return 3;
    }

    /** The iterator of ipairs; the next element may come from {@code __index}. */
    public int ipairsNext(int func, int count) {
        long index = arguments.integer(func, count, 2) + 1;
        int key = slot(func, 2);
        values.setInteger(key, index);
        int outcome = metamethods.indexFromBuiltin(func, slot(func, 1), key, slot(func, 3), STEP_CALLED);
        return outcome == 0 ? element(func, slot(func, 3)) : outcome;
    }

    public int ipairsNextStep(int func, int count, int step, int callee, int results) {
        if (results == 0) {
            values.setNil(callee);
        }
        return element(func, callee);
    }

    private int element(int func, int value) {
        if (values.isNil(value)) {
            values.setNil(func);
            return 1;
        }
        values.copy(func, slot(func, 2));
        values.copy(slot(func, 1), value);
        return 2;
    }

    public int rawEqual(int func, int count) {
        arguments.any(func, count, 1);
        arguments.any(func, count, 2);
        values.setBoolean(func, metamethods.rawEqual(slot(func, 1), slot(func, 2)));
        return 1;
    }

    public int rawGet(int func, int count) {
        int table = arguments.table(func, count, 1);
        arguments.any(func, count, 2);
        int key = slot(func, 2);
        values.copy(func, tables.get(table, values.payload(key), values.tag(key)));
        return 1;
    }

    public int rawSet(int func, int count) {
        int table = arguments.table(func, count, 1);
        arguments.any(func, count, 2);
        arguments.any(func, count, 3);
        metamethods.rawSet(table, slot(func, 2), slot(func, 3));
        values.copy(func, slot(func, 1));
        return 1;
    }

    public int rawLength(int func, int count) {
        int tag = arguments.tag(func, count, 1);
        if (tag == Tag.TABLE) {
            values.setInteger(func, tables.length(values.object(slot(func, 1))));
        } else if ((tag | 1) == Tag.LONG_STRING) {
            values.setInteger(func, strings.length(values.object(slot(func, 1))));
        } else {
            errors.argumentType(func, count, 1, errors.text(Name.ERROR_TABLE_OR_STRING));
        }
        return 1;
    }

    // --- metatables ---

    public int getMetatable(int func, int count) {
        arguments.any(func, count, 1);
        int metatable = metamethods.metatable(slot(func, 1));
        if (metatable == 0) {
            values.setNil(func);
            return 1;
        }
        int node = tables.findEvent(metatable, Name.METATABLE);
        if (node == State.EMPTY_NODE) {
            values.set(func, metatable, Tag.TABLE);
        } else {
            metamethods.copyEvent(func, node);
        }
        return 1;
    }

    public int setMetatable(int func, int count) {
        int table = arguments.table(func, count, 1);
        int tag = arguments.tag(func, count, 2);
        if (count < 2 || tag != Tag.NIL && tag != Tag.TABLE) {
            errors.argumentType(func, count, 2, errors.text(Name.NIL_OR_TABLE));
        }
        int old = mem.getInt(table + Table.METATABLE);
        if (old != 0 && tables.findEvent(old, Name.METATABLE) != State.EMPTY_NODE) {
            errors.raise(Name.ERROR_PROTECTED_METATABLE, 0, 0, 0);
        }
        metatables.setOfTable(slot(func, 1), slot(func, 2));
        values.copy(func, slot(func, 1));
        return 1;
    }

    // --- arguments ---

    public int select(int func, int count) {
        if ((arguments.tag(func, count, 1) | 1) == Tag.LONG_STRING) {
            int string = values.object(slot(func, 1));
            if (strings.length(string) > 0 && mem.getByte(string + Str.BYTES) == '#') {
                values.setInteger(func, count - 1);
                return 1;
            }
        }
        long n = arguments.integer(func, count, 1);
        if (n < 0) {
            n = count + n;
        } else if (n > count) {
            n = count;
        }
        if (n < 1) {
            errors.argument(func, 1, errors.text(Name.ERROR_RANGE_SELECT));
        }
        int results = count - (int) n;
        for (int i = 0; i < results; i++) {
            values.copy(slot(func, i), slot(func, (int) n + 1 + i));
        }
        return results;
    }
}
