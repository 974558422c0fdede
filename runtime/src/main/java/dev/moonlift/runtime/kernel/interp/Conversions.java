package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.number.Arithmetic;
import dev.moonlift.runtime.kernel.number.NumberParser;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * The conversions between numbers and strings that operators and the library make on their own (manual §3.4.3).
 *
 * <p>A method that asks for a number says whether the value has one; if so, the number itself is the result until the
 * next conversion.
 */
public final class Conversions {
    /** Slot of the last number that a conversion found. */
    private static final int RESULT = State.SCRATCH_SLOTS + 6 * Layout.SLOT;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final NumberParser parser;

    public Conversions(Memory mem, Value values, Strings strings, TextBuffer text, NumberParser parser) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.parser = parser;
    }

    // --- to numbers ---

    /** Whether a value is an integer, a float with an integer value, or a string that reads as one of them. */
    public boolean toInteger(int slot) {
        return values.isString(slot) ? parse(slot) && toIntegerStrict(RESULT) : toIntegerStrict(slot);
    }

    /** As {@link #toInteger}, but strings do not convert. */
    public boolean toIntegerStrict(int slot) {
        int tag = values.tag(slot);
        if (tag == Tag.INTEGER) {
            values.setInteger(RESULT, values.integer(slot));
            return true;
        }
        return tag == Tag.FLOAT && floatToInteger(values.number(slot));
    }

    private boolean floatToInteger(double number) {
        if (!Arithmetic.isExactInteger(number)) {
            return false;
        }
        values.setInteger(RESULT, (long) number);
        return true;
    }

    /** The integer that the last conversion to an integer found. */
    public long integerResult() {
        return mem.getLong(RESULT);
    }

    /** Whether a value is a number or a string that reads as one; the result is a float in any case. */
    public boolean toNumber(int slot) {
        return values.isString(slot) ? parse(slot) && toFloat(RESULT) : toFloat(slot);
    }

    private boolean toFloat(int slot) {
        int tag = values.tag(slot);
        if (tag == Tag.FLOAT) {
            values.setFloat(RESULT, values.number(slot));
            return true;
        }
        if (tag == Tag.INTEGER) {
            values.setFloat(RESULT, values.integer(slot));
            return true;
        }
        return false;
    }

    /** The float that the last {@link #toNumber} found. */
    public double numberResult() {
        return mem.getDouble(RESULT);
    }

    /** Replaces a string that reads as a number by that number; whether the slot holds a number then. */
    public boolean makeNumber(int slot) {
        return values.isString(slot) ? parseTo(slot, slot) : values.isNumber(slot);
    }

    private boolean parse(int slot) {
        return parseTo(slot, RESULT);
    }

    private boolean parseTo(int slot, int result) {
        int string = values.object(slot);
        return parser.parse(string + Str.BYTES, strings.length(string), result) != 0;
    }

    // --- to strings ---

    /** Replaces a number by its text; whether the slot holds a string then. */
    public boolean makeString(int slot) {
        if (values.isNumber(slot)) {
            values.setObject(slot, numberText(slot));
            return true;
        }
        return values.isString(slot);
    }

    /** The string of a string or a number, which stays what it is; 0 for any other value. */
    public int text(int slot) {
        if (values.isString(slot)) {
            return values.object(slot);
        }
        return values.isNumber(slot) ? numberText(slot) : 0;
    }

    private int numberText(int slot) {
        int begin = text.length();
        if (values.tag(slot) == Tag.INTEGER) {
            text.appendInteger(values.integer(slot));
        } else {
            text.appendFloat(values.number(slot));
        }
        return text.take(begin);
    }
}
