package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/** The functions of the string library that neither match, nor format, nor pack (manual §6.4). */
public final class StringLibrary {
    /** About as many results as a stack has slots. */
    static final int MAX_RESULTS = 990_000;

    /** So many bytes, a power of two, are written between two looks at the fuel. */
    private static final int CHUNK = 1 << 20;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final Stacks stacks;
    private final Arguments arguments;
    private final Errors errors;
    private final Fuel fuel;

    public StringLibrary(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            Stacks stacks,
            Arguments arguments,
            Errors errors,
            Fuel fuel) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.stacks = stacks;
        this.arguments = arguments;
        this.errors = errors;
        this.fuel = fuel;
    }

    // --- a new string as the one result ---

    /**
     * Where to write the bytes of a new string, to be made of them by {@link #endResult}; nothing may append between.
     */
    private int beginResult(int length) {
        int at = length <= Str.MAX_SHORT ? text.reserve(length) : strings.bytes(strings.allocateLong(length));
        fuel.chargeBytes(length);
        return at;
    }

    private int endResult(int func, int at, int length) {
        values.setObject(func, length <= Str.MAX_SHORT ? strings.create(at, length) : at - Str.BYTES);
        return 1;
    }

    // --- parts ---

    public int len(int func, int count) {
        values.setInteger(func, strings.length(arguments.string(func, count, 1)));
        return 1;
    }

    public int sub(int func, int count) {
        int string = arguments.string(func, count, 1);
        int length = strings.length(string);
        long start = StringPosition.start(arguments.integer(func, count, 2), length);
        int end = StringPosition.end(arguments.optionalInteger(func, count, 3, -1), length);
        int bytes = (int) Math.max(0, end - start + 1);
        fuel.chargeBytes(bytes);
        values.setObject(func, bytes == length ? string : strings.create(part(string, start, bytes), bytes));
        return 1;
    }

    /** The address of a part; anywhere if it is empty. */
    private int part(int string, long start, int length) {
        return strings.bytes(string) + (length == 0 ? 0 : (int) start - 1);
    }

    public int byteValues(int func, int count) {
        int string = arguments.string(func, count, 1);
        int length = strings.length(string);
        long first = arguments.optionalInteger(func, count, 2, 1);
        long start = StringPosition.start(first, length);
        int end = StringPosition.end(arguments.optionalInteger(func, count, 3, first), length);
        if (start > end) {
            return 0;
        }
        return storeBytes(func, strings.bytes(string) + (int) start - 1, end - (int) start + 1);
    }

    private int storeBytes(int func, int at, int number) {
        if (number >= MAX_RESULTS) {
            return errors.raise(Name.STACK_OVERFLOW_BY, errors.text(Name.SLICE_TOO_LONG), 0, 0);
        }
        fuel.chargeElements(number);
        int base = stacks.reserve(func, number);
        for (int i = 0; i < number; i++) {
            values.setInteger(Arguments.slot(base, i), mem.getUnsignedByte(at + i));
        }
        return number;
    }

    public int character(int func, int count) {
        int at = beginResult(count);
        for (int i = 1; i <= count; i++) {
            mem.putByte(at + i - 1, byteArgument(func, count, i));
        }
        return endResult(func, at, count);
    }

    private int byteArgument(int func, int count, int index) {
        long c = arguments.integer(func, count, index);
        if (c < 0 || c > 255) {
            return errors.argument(func, index, errors.text(Name.VALUE_OUT_OF_RANGE));
        }
        return (int) c;
    }

    // --- whole strings ---

    public int reverse(int func, int count) {
        int string = arguments.string(func, count, 1);
        int length = strings.length(string);
        int at = beginResult(length);
        int end = strings.bytes(string) + length;
        int done = 0;
        for (; done <= length - Long.BYTES; done += Long.BYTES) {
            lookAtFuel(done);
            mem.putLong(at + done, reversed(mem.getLong(end - done - Long.BYTES)));
        }
        for (; done < length; done++) {
            mem.putByte(at + done, mem.getByte(end - done - 1));
        }
        return endResult(func, at, length);
    }

    private static long reversed(long bytes) {
        long halves = bytes >>> 32 | bytes << 32;
        long pairs = (halves & 0xFFFF0000FFFF0000L) >>> 16 | (halves & 0x0000FFFF0000FFFFL) << 16;
        return (pairs & 0xFF00FF00FF00FF00L) >>> 8 | (pairs & 0x00FF00FF00FF00FFL) << 8;
    }

    public int lower(int func, int count) {
        return changeCase(func, arguments.string(func, count, 1), 'A');
    }

    public int upper(int func, int count) {
        return changeCase(func, arguments.string(func, count, 1), 'a');
    }

    /** Changes the case of the 26 letters from {@code first} on: it is one bit. */
    private int changeCase(int func, int string, int first) {
        int length = strings.length(string);
        int at = beginResult(length);
        int from = strings.bytes(string);
        int done = 0;
        for (; done <= length - Long.BYTES; done += Long.BYTES) {
            lookAtFuel(done);
            mem.putLong(at + done, changeCases(mem.getLong(from + done), first));
        }
        for (; done < length; done++) {
            int c = mem.getByte(from + done);
            mem.putByte(at + done, c >= first && c < first + 26 ? c ^ 0x20 : c);
        }
        return endResult(func, at, length);
    }

    /** The same for eight bytes: sums of their low seven bits reach the eighth from a letter on, without a carry. */
    private static long changeCases(long bytes, int first) {
        long low = bytes & ~HIGH_BITS;
        long isFromFirst = low + (0x80 - first) * ONES;
        long isBeyond = low + (0x80 - first - 26) * ONES;
        long isLetter = isFromFirst & ~isBeyond & ~bytes & HIGH_BITS;
        return bytes ^ isLetter >>> 2;
    }

    /** Lets the guest be stopped now and then in the middle of long work that has been charged for. */
    private void lookAtFuel(int bytesDone) {
        if ((bytesDone & CHUNK - 1) == 0) {
            fuel.charge(0);
        }
    }

    /** Functions have no binary form here: what could be loaded from one would be beyond the verifier's promises. */
    public int dump(int func, int count) {
        arguments.function(func, count, 1);
        return errors.raise(Name.UNABLE_TO_DUMP, 0, 0, 0);
    }

    // --- repetition ---

    public int rep(int func, int count) {
        int string = arguments.string(func, count, 1);
        long times = arguments.integer(func, count, 2);
        int separator = arguments.optionalString(func, count, 3);
        int between = separator == 0 ? 0 : strings.length(separator);
        long unit = (long) strings.length(string) + between;
        if (times <= 0 || unit == 0) {
            values.setObject(func, errors.text(Name.EMPTY));
            return 1;
        }
        if (unit > Integer.MAX_VALUE / times) {
            return errors.raise(Name.RESULT_TOO_LARGE, 0, 0, 0);
        }
        return repeat(func, string, separator, (int) unit, (int) (unit * times) - between);
    }

    private int repeat(int func, int string, int separator, int unit, int total) {
        int at = beginResult(total);
        int length = strings.length(string);
        mem.copy(at, strings.bytes(string), length);
        if (separator != 0 && total > length) {
            mem.copy(at + length, strings.bytes(separator), unit - length);
        }
        fillPeriodically(at, Math.min(unit, total), total);
        return endResult(func, at, total);
    }

    /** Repeats the first {@code unit} bytes up to {@code total}, copying ever longer pieces. */
    private void fillPeriodically(int at, int unit, int total) {
        int filled = unit;
        while (filled < total) {
            int offset = filled % unit;
            int piece = Math.min(Math.min(filled - offset, total - filled), Math.max(CHUNK, unit));
            mem.copy(at + filled, at + offset, piece);
            filled += piece;
            fuel.charge(0);
        }
    }
}
