package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.number.Arithmetic;
import dev.moonlift.runtime.memory.Memory;

/**
 * How builtins read their arguments. {@code func} and {@code count} are the builtin's own parameters, {@code index} is
 * 1-based. What is not there, or not of the type, becomes the error that Lua's auxiliary library raises.
 */
public final class Arguments {
    private final Memory mem;
    private final Value values;
    private final Conversions conversions;
    private final Errors errors;

    public Arguments(Memory mem, Value values, Conversions conversions, Errors errors) {
        this.mem = mem;
        this.values = values;
        this.conversions = conversions;
        this.errors = errors;
    }

    /** The slot of an argument; only meaningful when {@code index <= count}. */
    public static int slot(int func, int index) {
        return func + (index << Layout.SLOT_SHIFT);
    }

    /** The tag of an argument, NIL when it is not there. */
    public int tag(int func, int count, int index) {
        return index > count ? Tag.NIL : mem.getByte(slot(func, index) + Layout.TAG);
    }

    public boolean isNoneOrNil(int func, int count, int index) {
        return tag(func, count, index) == Tag.NIL;
    }

    /** Truth of an argument; one that is not there is false. */
    public boolean isTrue(int func, int count, int index) {
        return tag(func, count, index) > Tag.FALSE;
    }

    /** Any value, nil included. */
    public void any(int func, int count, int index) {
        if (index > count) {
            errors.argument(func, index, errors.text(Name.VALUE_EXPECTED));
        }
    }

    /** An integer; floats and strings with an exact integer value convert. */
    public long integer(int func, int count, int index) {
        int slot = slot(func, index);
        if (index <= count) {
            if (mem.getByte(slot + Layout.TAG) == Tag.INTEGER) {
                return mem.getLong(slot);
            }
            if (conversions.toInteger(slot)) {
                return conversions.integerResult();
            }
            if (conversions.toNumber(slot)) {
                errors.argument(func, index, errors.text(Name.NUMBER_NO_INTEGER));
            }
        }
        errors.argumentType(func, count, index, errors.text(Name.TYPE_NUMBER));
        return 0;
    }

    public long optionalInteger(int func, int count, int index, long ifAbsent) {
        return isNoneOrNil(func, count, index) ? ifAbsent : integer(func, count, index);
    }

    /** A number as a float; strings convert. */
    public double number(int func, int count, int index) {
        int slot = slot(func, index);
        if (index <= count) {
            int tag = mem.getByte(slot + Layout.TAG);
            if (tag == Tag.FLOAT) {
                return mem.getDouble(slot);
            }
            if (tag == Tag.INTEGER) {
                return mem.getLong(slot);
            }
            if (conversions.toNumber(slot)) {
                return conversions.numberResult();
            }
        }
        errors.argumentType(func, count, index, errors.text(Name.TYPE_NUMBER));
        return 0;
    }

    public double optionalNumber(int func, int count, int index, double ifAbsent) {
        return isNoneOrNil(func, count, index) ? ifAbsent : number(func, count, index);
    }

    /** Checks that an argument is a number, or a string that converts, which it replaces by the number. */
    public void numeric(int func, int count, int index) {
        int slot = slot(func, index);
        if (index > count || !conversions.makeNumber(slot)) {
            errors.argumentType(func, count, index, errors.text(Name.TYPE_NUMBER));
        }
    }

    /** The object of a string argument; a number is replaced, in its slot, by its text. */
    public int string(int func, int count, int index) {
        int slot = slot(func, index);
        if (index > count || !conversions.makeString(slot)) {
            errors.argumentType(func, count, index, errors.text(Name.TYPE_STRING));
        }
        return values.object(slot);
    }

    /** As {@link #string}, 0 when the argument is nil or not there. */
    public int optionalString(int func, int count, int index) {
        return isNoneOrNil(func, count, index) ? 0 : string(func, count, index);
    }

    /** Checks that an argument is one of the strings with the numbers in {@link Name} from the first to the last. */
    public void option(int func, int count, int index, int first, int last) {
        int option = string(func, count, index);
        int name = first;
        while (name <= last && errors.text(name) != option) {
            name++;
        }
        if (name > last) {
            errors.argumentOption(func, index, option);
        }
    }

    /** The object of a table argument. */
    public int table(int func, int count, int index) {
        if (tag(func, count, index) != Tag.TABLE) {
            errors.argumentType(func, count, index, errors.text(Name.TYPE_TABLE));
        }
        return values.object(slot(func, index));
    }

    /** The slot of a function argument. */
    public int function(int func, int count, int index) {
        if (!Value.isFunctionTag(tag(func, count, index))) {
            errors.argumentType(func, count, index, errors.text(Name.TYPE_FUNCTION));
        }
        return slot(func, index);
    }

    /** Whether a float has an exact integer value; kept here for builtins that accept both kinds of number. */
    public static boolean isIntegral(double number) {
        return Arithmetic.isExactInteger(number);
    }
}
