package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.number.NumberFormatter;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/** The conversion %q of string.format: values as literals that Lua reads back as the same values. */
public final class StringQuote {
    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final NumberFormatter numbers;
    private final Errors errors;
    private final Fuel fuel;

    public StringQuote(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            NumberFormatter numbers,
            Errors errors,
            Fuel fuel) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.numbers = numbers;
        this.errors = errors;
        this.fuel = fuel;
    }

    /** Appends the literal of an argument. */
    void append(int func, int index, int slot) {
        switch (values.tag(slot)) {
            case Tag.NIL:
                text.appendName(Name.TYPE_NIL);
                return;
            case Tag.FALSE:
                text.appendName(Name.FALSE);
                return;
            case Tag.TRUE:
                text.appendName(Name.TRUE);
                return;
            case Tag.INTEGER:
                appendInteger(values.integer(slot));
                return;
            case Tag.FLOAT:
                appendFloat(values.number(slot));
                return;
            case Tag.SHORT_STRING:
            case Tag.LONG_STRING:
                appendString(values.object(slot));
                return;
            default:
                errors.argument(func, index, errors.text(Name.NO_LITERAL_FORM));
        }
    }

    /** The least integer has no decimal literal: it would be read as the negation of a float. */
    private void appendInteger(long value) {
        if (value == Long.MIN_VALUE) {
            text.appendName(Name.LITERAL_MIN_INTEGER);
        } else {
            text.appendInteger(value);
        }
    }

    /** Finite floats are written in hexadecimal, which keeps every bit. */
    private void appendFloat(double value) {
        if (value == Double.POSITIVE_INFINITY) {
            text.appendName(Name.LITERAL_INFINITY);
        } else if (value == Double.NEGATIVE_INFINITY) {
            text.appendName(Name.LITERAL_MINUS_INFINITY);
        } else if (Double.isNaN(value)) {
            text.appendName(Name.LITERAL_NAN);
        } else {
            int at = text.reserve(NumberFormatter.MAX_LENGTH);
            text.advance(numbers.hexFloat(value, -1, false, false, at));
        }
    }

    private void appendString(int string) {
        int at = strings.bytes(string);
        int end = at + strings.length(string);
        fuel.chargeBytes(strings.length(string));
        text.appendByte('"');
        while (at < end) {
            int special = nextSpecial(at, end);
            text.appendBytes(at, special - at);
            if (special < end) {
                appendEscape(mem.getUnsignedByte(special), special + 1 < end ? mem.getUnsignedByte(special + 1) : 0);
            }
            at = special + 1;
        }
        text.appendByte('"');
    }

    private int nextSpecial(int from, int end) {
        int at = from;
        while (at < end && !isSpecial(mem.getUnsignedByte(at))) {
            at++;
        }
        return at;
    }

    private boolean isSpecial(int c) {
        return c == '"' || c == '\\' || CharClass.isControl(c);
    }

    /** A number needs all its three digits where another digit follows. */
    private void appendEscape(int c, int next) {
        text.appendByte('\\');
        if (!CharClass.isControl(c) || c == '\n') {
            text.appendByte(c);
            return;
        }
        if (CharClass.isDigit(next) && c < 100) {
            text.appendByte('0');
        }
        if (CharClass.isDigit(next) && c < 10) {
            text.appendByte('0');
        }
        text.appendInteger(c);
    }
}
