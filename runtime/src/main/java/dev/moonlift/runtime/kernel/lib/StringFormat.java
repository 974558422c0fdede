package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.interp.Metamethods;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * string.format (manual §6.4). A conversion %s may have to call a {@code __tostring} metamethod; {@link TextState} says
 * what becomes of the state around it.
 */
public final class StringFormat {
    // A state: offsets in its slots, of which the first ones are the text's, see TextState.
    /** int: offset in the format of what comes next. */
    private static final int POSITION = TextState.OWN;
    /** long: number of arguments that have been converted. */
    private static final int CONVERTED = TextState.TEXT_SLOTS * Layout.SLOT;

    private static final int STATE_SLOTS = TextState.TEXT_SLOTS + 1;

    /** A metamethod and its argument. */
    private static final int AREA_SLOTS = 2;

    // What the letters allow.
    private static final int SIGNED_FLAGS = FormatSpec.LEFT | FormatSpec.PLUS | FormatSpec.ZERO | FormatSpec.SPACE;
    private static final int UNSIGNED_FLAGS = FormatSpec.LEFT | FormatSpec.ZERO;
    private static final int FLOAT_FLAGS = SIGNED_FLAGS | FormatSpec.ALTERNATE;
    private static final int HEX_FLAGS = UNSIGNED_FLAGS | FormatSpec.ALTERNATE;
    private static final int TEXT_FLAGS = FormatSpec.LEFT;

    /** A string of this length or more ignores a width. */
    private static final int LONG_STRING = 100;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final TextState states;
    private final Calls calls;
    private final Metamethods metamethods;
    private final Arguments arguments;
    private final Errors errors;
    private final Fuel fuel;
    private final ByteSearch bytes;
    private final FormatSpec spec;
    private final FormatNumber numbers;
    private final StringQuote quote;
    private final SimpleFormat simple;

    public StringFormat(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            TextState states,
            Calls calls,
            Metamethods metamethods,
            Arguments arguments,
            Errors errors,
            Fuel fuel,
            ByteSearch bytes,
            FormatSpec spec,
            FormatNumber numbers,
            StringQuote quote,
            SimpleFormat simple) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.states = states;
        this.calls = calls;
        this.metamethods = metamethods;
        this.arguments = arguments;
        this.errors = errors;
        this.fuel = fuel;
        this.bytes = bytes;
        this.spec = spec;
        this.numbers = numbers;
        this.quote = quote;
        this.simple = simple;
    }

    // --- steps ---

    public int format(int func, int count) {
        return simple.format(func, count) == 1 ? 1 : formatAny(func, count);
    }

    private int formatAny(int func, int count) {
        arguments.string(func, count, 1);
        states.begin(state(func, count, 0), STATE_SLOTS, area(func, count, 2));
        return convertAll(func, count, 0, text.length());
    }

    public int formatStep(int func, int count, int step, int callee, int results) {
        int number = 2 - step;
        int state = state(func, count, number);
        states.copy(state, state(func, count, step - 1), STATE_SLOTS);
        int begin = text.length();
        metamethods.checkToString(func, callee, results, callee);
        spec.read(formatStart(func) + mem.getInt(state + POSITION), formatEnd(func));
        addString(func, (int) mem.getLong(state + CONVERTED) + 1, values.object(callee));
        mem.putInt(state + POSITION, spec.end() - formatStart(func));
        return convertAll(func, count, number, begin);
    }

    private int state(int func, int count, int number) {
        return TextState.address(func, count, STATE_SLOTS, number);
    }

    private int area(int func, int count, int number) {
        return Arguments.slot(state(func, count, 2), AREA_SLOTS * number);
    }

    private int formatStart(int func) {
        return strings.bytes(values.object(Arguments.slot(func, 1)));
    }

    private int formatEnd(int func) {
        return formatStart(func) + strings.length(values.object(Arguments.slot(func, 1)));
    }

    // --- the format ---

    /** Goes on until all is converted, or the text of a value has to be asked for by a call. */
    private int convertAll(int func, int count, int number, int begin) {
        int state = state(func, count, number);
        int outcome = 0;
        while (outcome == 0 && nextItem(func, state)) {
            outcome = convert(func, count, number, begin);
        }
        return outcome != 0 ? outcome : finish(func, state, begin);
    }

    private int finish(int func, int state, int begin) {
        values.setObject(func, states.finish(state, begin));
        return 1;
    }

    /** Appends the format up to its next conversion; whether there is one. */
    private boolean nextItem(int func, int state) {
        int start = formatStart(func);
        int end = formatEnd(func);
        int at = start + mem.getInt(state + POSITION);
        int percent = bytes.indexOf(at, end, '%');
        while (percent + 1 < end && mem.getByte(percent + 1) == '%') {
            append(at, percent + 1 - at);
            at = percent + 2;
            percent = bytes.indexOf(at, end, '%');
        }
        append(at, percent - at);
        mem.putInt(state + POSITION, percent - start);
        return percent < end;
    }

    private void append(int at, int length) {
        fuel.chargeBytes(length);
        text.appendBytes(at, length);
    }

    /** Appends the next argument by the conversion at POSITION; or prepares a call for it: then the answer is not 0. */
    private int convert(int func, int count, int number, int begin) {
        int state = state(func, count, number);
        int index = (int) mem.getLong(state + CONVERTED) + 2;
        if (index > count) {
            return errors.argument(func, index, errors.text(Name.NO_VALUE));
        }
        mem.putLong(state + CONVERTED, index - 1);
        int letter = spec.read(formatStart(func) + mem.getInt(state + POSITION), formatEnd(func));
        int outcome = letter == 's' ? convertString(func, count, index, number, begin) : 0;
        if (letter != 's') {
            convertOther(func, count, index, letter);
        }
        if (outcome == 0) {
            mem.putInt(state + POSITION, spec.end() - formatStart(func));
        }
        return outcome;
    }

    private void convertOther(int func, int count, int index, int letter) {
        switch (letter) {
            case 'c':
                convertByte(func, count, index);
                return;
            case 'd', 'i':
                convertInteger(func, count, index, letter, SIGNED_FLAGS);
                return;
            case 'u':
                convertInteger(func, count, index, letter, UNSIGNED_FLAGS);
                return;
            case 'o', 'x', 'X':
                convertInteger(func, count, index, letter, HEX_FLAGS);
                return;
            case 'a', 'A':
                spec.check(FLOAT_FLAGS, true);
                numbers.number(arguments.number(func, count, index), letter);
                return;
            case 'e', 'E', 'f', 'g', 'G':
                convertFloat(func, count, index, letter);
                return;
            case 'p':
                convertPointer(func, index);
                return;
            case 'q':
                convertQuoted(func, index);
                return;
            default:
                spec.fail(Name.FORMAT_CONVERSION);
        }
    }

    // --- conversions ---

    private void convertByte(int func, int count, int index) {
        spec.check(TEXT_FLAGS, false);
        long c = arguments.integer(func, count, index);
        int begin = text.length();
        text.appendByte((int) c);
        numbers.pad(begin);
    }

    private void convertInteger(int func, int count, int index, int letter, int flags) {
        long value = arguments.integer(func, count, index);
        spec.check(flags, true);
        numbers.integer(value, letter);
    }

    private void convertFloat(int func, int count, int index, int letter) {
        double value = arguments.number(func, count, index);
        spec.check(FLOAT_FLAGS, true);
        numbers.number(value, letter);
    }

    private void convertPointer(int func, int index) {
        spec.check(TEXT_FLAGS, false);
        int slot = Arguments.slot(func, index);
        int tag = values.tag(slot);
        int begin = text.length();
        if (tag == Tag.LIGHT_USERDATA || tag >= Tag.BUILTIN) {
            metamethods.appendAddress(values.payload(slot), tag);
        } else {
            text.appendName(Name.NULL_POINTER);
        }
        numbers.pad(begin);
    }

    private void convertQuoted(int func, int index) {
        if (!spec.isBare()) {
            errors.raise(Name.FORMAT_QUOTE_MODIFIERS, 0, 0, 0);
        }
        quote.append(func, index, Arguments.slot(func, index));
    }

    // --- %s ---

    private int convertString(int func, int count, int index, int number, int begin) {
        int slot = Arguments.slot(func, index);
        if (values.isNumber(slot) && spec.isBare()) {
            addNumber(slot);
            return 0;
        }
        int area = area(func, count, number);
        int event = metamethods.event(slot, Name.TOSTRING);
        if (event != State.EMPTY_NODE) {
            states.flush(state(func, count, number), begin);
            metamethods.copyEvent(area, event);
            values.copy(area + Layout.SLOT, slot);
            return calls.callFromBuiltin(func, area, 1, number + 1);
        }
        metamethods.toStringFromBuiltin(func, slot, area, 0);
        addString(func, index, values.object(area));
        return 0;
    }

    private void addNumber(int slot) {
        if (values.tag(slot) == Tag.INTEGER) {
            text.appendInteger(values.integer(slot));
        } else {
            text.appendFloat(values.number(slot));
        }
    }

    private void addString(int func, int index, int string) {
        int at = strings.bytes(string);
        int length = strings.length(string);
        if (spec.isBare()) {
            append(at, length);
            return;
        }
        if (bytes.indexOf(at, at + length, 0) < at + length) {
            errors.argument(func, index, errors.text(Name.CONTAINS_ZEROS));
        }
        spec.check(TEXT_FLAGS, true);
        int precision = spec.precision();
        if (precision < 0 && length >= LONG_STRING) {
            append(at, length);
            return;
        }
        int begin = text.length();
        append(at, precision < 0 ? length : Math.min(length, precision));
        numbers.pad(begin);
    }
}
