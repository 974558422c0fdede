package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Conversions;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/** The functions of the utf8 library (manual §6.5). */
public final class Utf8Library {
    /** The largest code that six bytes hold, as in the original UTF-8. */
    private static final long MAX_CODE = 0x7FFFFFFFL;
    /** Bytes of a code, at most. */
    private static final int MAX_BYTES = 6;

    private static final int CHUNK_MASK = (1 << 16) - 1;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final Conversions conversions;
    private final Stacks stacks;
    private final Arguments arguments;
    private final Errors errors;
    private final Fuel fuel;

    public Utf8Library(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            Conversions conversions,
            Stacks stacks,
            Arguments arguments,
            Errors errors,
            Fuel fuel) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.conversions = conversions;
        this.stacks = stacks;
        this.arguments = arguments;
        this.errors = errors;
        this.fuel = fuel;
    }

    // --- decoding ---

    private boolean isContinuation(int at) {
        return (mem.getByte(at) & 0xC0) == 0x80;
    }

    /**
     * Decodes the code that begins at an address before {@code end}.
     *
     * @return the code, and above its 32 bits the number of bytes; -1 if it is not well formed
     */
    private long decode(int at, int end, boolean lax) {
        int first = mem.getUnsignedByte(at);
        if (first < 0x80) {
            return 1L << 32 | first;
        }
        int bytes = Integer.numberOfLeadingZeros(~(first << 24));
        if (bytes < 2 || bytes > MAX_BYTES || bytes > end - at) {
            return -1;
        }
        long code = first & 0x7F >> bytes;
        for (int i = 1; i < bytes; i++) {
            if (!isContinuation(at + i)) {
                return -1;
            }
            code = code << 6 | mem.getByte(at + i) & 0x3F;
        }
        return isAllowed(code, bytes, lax) ? (long) bytes << 32 | code : -1;
    }

    /** Whether so many bytes are not too many for a code, and Unicode has it. */
    private boolean isAllowed(long code, int bytes, boolean lax) {
        boolean shortest = bytes == 2 ? code >= 0x80 : code >> 5 * bytes - 4 != 0;
        return shortest && (lax || code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF));
    }

    private static int code(long decoded) {
        return (int) decoded;
    }

    private static int byteCount(long decoded) {
        return (int) (decoded >>> 32);
    }

    // --- positions ---

    /** A position counted from the end becomes one from the begin; 0 if it lies before. */
    private static long fromBegin(long position, int length) {
        if (position >= 0) {
            return position;
        }
        return position < -(long) length ? 0 : length + position + 1;
    }

    private long position(int func, int count, int index, long ifAbsent, int length) {
        return fromBegin(arguments.optionalInteger(func, count, index, ifAbsent), length);
    }

    /** Raises an error about an argument unless a condition holds. */
    private void require(boolean condition, int func, int index, int message) {
        if (!condition) {
            errors.argument(func, index, errors.text(message));
        }
    }

    // --- len, codepoint, offset ---

    public int len(int func, int count) {
        int string = arguments.string(func, count, 1);
        int length = strings.length(string);
        long first = position(func, count, 2, 1, length);
        long last = position(func, count, 3, -1, length);
        require(first >= 1 && first <= length + 1L, func, 2, Name.UTF8_INITIAL_BOUNDS);
        require(last <= length, func, 3, Name.UTF8_FINAL_BOUNDS);
        return countCodes(
                func, strings.bytes(string), length, (int) first - 1, (int) last, arguments.isTrue(func, count, 4));
    }

    private int countCodes(int func, int begin, int length, int from, int to, boolean lax) {
        fuel.chargeBytes(Math.max(0, to - from));
        int offset = from;
        long codes = 0;
        while (offset < to) {
            lookAtFuel(codes);
            long decoded = decode(begin + offset, begin + length, lax);
            if (decoded < 0) {
                values.setNil(func);
                values.setInteger(func + Layout.SLOT, offset + 1);
                return 2;
            }
            offset += byteCount(decoded);
            codes++;
        }
        values.setInteger(func, codes);
        return 1;
    }

    /** Lets the guest be stopped now and then in the middle of long work that has been charged for. */
    private void lookAtFuel(long done) {
        if ((done & CHUNK_MASK) == 0) {
            fuel.charge(0);
        }
    }

    public int codepoint(int func, int count) {
        int string = arguments.string(func, count, 1);
        int length = strings.length(string);
        long first = position(func, count, 2, 1, length);
        long last = position(func, count, 3, first, length);
        require(first >= 1, func, 2, Name.UTF8_BOUNDS);
        require(last <= length, func, 3, Name.UTF8_BOUNDS);
        if (first > last) {
            return 0;
        }
        if (last - first >= StringLibrary.MAX_RESULTS) {
            return errors.raise(Name.STACK_OVERFLOW_BY, errors.text(Name.SLICE_TOO_LONG), 0, 0);
        }
        boolean lax = arguments.isTrue(func, count, 4);
        return storeCodes(func, strings.bytes(string), length, (int) first - 1, (int) last, lax);
    }

    /** An error names the function, so its slot is the last to be overwritten. */
    private int storeCodes(int func, int begin, int length, int from, int to, boolean lax) {
        fuel.chargeElements(to - from);
        int base = stacks.reserve(func, to - from + 1);
        int offset = from;
        int codes = 0;
        while (offset < to) {
            long decoded = decode(begin + offset, begin + length, lax);
            if (decoded < 0) {
                return errors.raise(Name.UTF8_INVALID, 0, 0, 0);
            }
            codes++;
            values.setInteger(Arguments.slot(base, codes), code(decoded));
            offset += byteCount(decoded);
        }
        for (int i = 0; i < codes; i++) {
            values.copy(Arguments.slot(base, i), Arguments.slot(base, i + 1));
        }
        return codes;
    }

    public int offset(int func, int count) {
        int string = arguments.string(func, count, 1);
        int length = strings.length(string);
        long n = arguments.integer(func, count, 2);
        long start = position(func, count, 3, n >= 0 ? 1 : length + 1L, length);
        require(start >= 1 && start <= length + 1L, func, 3, Name.UTF8_POSITION_BOUNDS);
        int begin = strings.bytes(string);
        int at = begin + (int) start - 1;
        int end = begin + length;
        if (n != 0 && at < end && isContinuation(at)) {
            return errors.raise(Name.UTF8_CONTINUATION, 0, 0, 0);
        }
        int found = n < 0 ? back(at, begin, n) : n == 0 ? codeBegin(at, begin, end) : forward(at, end, n - 1);
        if (found == 0) {
            values.setNil(func);
        } else {
            values.setInteger(func, found - begin + 1);
        }
        return 1;
    }

    /** Where the code begins to which the byte at an address belongs. */
    private int codeBegin(int from, int begin, int end) {
        int at = from;
        while (at > begin && at < end && isContinuation(at)) {
            at--;
        }
        return at;
    }

    /** So many codes back, a negative number; 0 if there are not as many. */
    private int back(int from, int begin, long n) {
        int at = from;
        long left = n;
        while (left < 0 && at > begin) {
            do {
                at--;
                chargeByte(at);
            } while (at > begin && isContinuation(at));
            left++;
        }
        return left == 0 ? at : 0;
    }

    /** So many codes on; 0 if there are not as many. The end counts as one. */
    private int forward(int from, int end, long n) {
        int at = from;
        long left = n;
        while (left > 0 && at < end) {
            do {
                at++;
                chargeByte(at);
            } while (at < end && isContinuation(at));
            left--;
        }
        return left == 0 ? at : 0;
    }

    /** Charges a unit now and then on a way through bytes. */
    private void chargeByte(int at) {
        if ((at & 63) == 0) {
            fuel.charge(1);
        }
    }

    // --- char ---

    public int character(int func, int count) {
        int begin = text.length();
        for (int i = 1; i <= count; i++) {
            long code = arguments.integer(func, count, i);
            require(code >= 0 && code <= MAX_CODE, func, i, Name.VALUE_OUT_OF_RANGE);
            append((int) code);
        }
        fuel.chargeBytes(text.length() - begin);
        values.setObject(func, text.take(begin));
        return 1;
    }

    private void append(int code) {
        if (code < 0x80) {
            text.appendByte(code);
            return;
        }
        int bytes = 2;
        while (bytes < MAX_BYTES && code >>> 5 * bytes + 1 != 0) {
            bytes++;
        }
        text.appendByte(0xFF00 >> bytes | code >>> 6 * (bytes - 1));
        for (int i = bytes - 2; i >= 0; i--) {
            text.appendByte(0x80 | code >>> 6 * i & 0x3F);
        }
    }

    // --- codes ---

    public int codes(int func, int count) {
        boolean lax = arguments.isTrue(func, count, 2);
        int string = arguments.string(func, count, 1);
        boolean valid = strings.length(string) == 0 || !isContinuation(strings.bytes(string));
        require(valid, func, 1, Name.UTF8_INVALID);
        values.set(func, lax ? Builtin.UTF8_CODES_NEXT_LAX : Builtin.UTF8_CODES_NEXT, Tag.BUILTIN);
        values.setInteger(Arguments.slot(func, 2), 0);
        return 3;
    }

    public int codesNext(int func, int count) {
        return nextCode(func, count, false);
    }

    public int codesNextLax(int func, int count) {
        return nextCode(func, count, true);
    }

    /** The position and the code behind a position; nothing at the end, where any other position leads as well. */
    private int nextCode(int func, int count, boolean lax) {
        int string = arguments.string(func, count, 1);
        int length = strings.length(string);
        boolean isPosition = count >= 2 && conversions.toInteger(Arguments.slot(func, 2));
        long previous = isPosition ? conversions.integerResult() : 0;
        if (previous < 0 || previous >= length) {
            return 0;
        }
        int end = strings.bytes(string) + length;
        int at = nextBegin(strings.bytes(string) + (int) previous, end);
        if (at == end) {
            return 0;
        }
        long decoded = decode(at, end, lax);
        if (decoded < 0 || at + byteCount(decoded) < end && isContinuation(at + byteCount(decoded))) {
            return errors.raise(Name.UTF8_INVALID, 0, 0, 0);
        }
        values.setInteger(func, at - strings.bytes(string) + 1);
        values.setInteger(func + Layout.SLOT, code(decoded));
        return 2;
    }

    private int nextBegin(int from, int end) {
        int at = from;
        while (at < end && isContinuation(at)) {
            at++;
            chargeByte(at);
        }
        return at;
    }
}
