package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/** string.pack, string.packsize and string.unpack (manual §6.4.2). {@link PackFormat} reads the formats. */
public final class StringPack {
    /** Bytes of a Lua integer. */
    private static final int INTEGER_BYTES = 8;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final Stacks stacks;
    private final Arguments arguments;
    private final Errors errors;
    private final Fuel fuel;
    private final ByteSearch bytes;
    private final PackFormat format;

    public StringPack(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            Stacks stacks,
            Arguments arguments,
            Errors errors,
            Fuel fuel,
            ByteSearch bytes,
            PackFormat format) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.stacks = stacks;
        this.arguments = arguments;
        this.errors = errors;
        this.fuel = fuel;
        this.bytes = bytes;
        this.format = format;
    }

    private void openFormat(int func, int count) {
        int string = arguments.string(func, count, 1);
        fuel.chargeElements(strings.length(string));
        format.open(string);
    }

    // --- packsize ---

    public int packsize(int func, int count) {
        openFormat(func, count);
        long total = 0;
        while (format.hasNext()) {
            int kind = format.next(func, total);
            if (kind == PackFormat.COUNTED || kind == PackFormat.ZERO_ENDED) {
                return errors.argument(func, 1, errors.text(Name.PACK_VARIABLE_LENGTH));
            }
            total += (long) format.padding() + format.size();
            if (total > Integer.MAX_VALUE) {
                return errors.argument(func, 1, errors.text(Name.PACK_RESULT_TOO_LARGE));
            }
        }
        values.setInteger(func, total);
        return 1;
    }

    // --- pack ---

    /** As for the reference implementation, an argument that is missing is nil, not nothing. */
    public int pack(int func, int count) {
        openFormat(func, count);
        values.setNil(Arguments.slot(func, count + 1));
        int begin = text.length();
        int index = 1;
        while (format.hasNext()) {
            int kind = format.next(func, text.length() - begin);
            appendZeros(format.padding());
            if (takesValue(kind)) {
                index++;
                packValue(func, count + 1, index, kind);
            } else if (kind == PackFormat.PADDING) {
                text.appendByte(0);
            }
        }
        fuel.chargeBytes(text.length() - begin);
        values.setObject(func, text.take(begin));
        return 1;
    }

    private boolean takesValue(int kind) {
        return kind <= PackFormat.ZERO_ENDED;
    }

    private void packValue(int func, int count, int index, int kind) {
        switch (kind) {
            case PackFormat.SIGNED:
                packSigned(func, index, arguments.integer(func, count, index));
                return;
            case PackFormat.UNSIGNED:
                packUnsigned(func, index, arguments.integer(func, count, index));
                return;
            case PackFormat.FLOAT:
                appendInteger(FloatBits.narrow(arguments.number(func, count, index)), 4, false);
                return;
            case PackFormat.DOUBLE:
                appendInteger(FloatBits.canonical(arguments.number(func, count, index)), 8, false);
                return;
            default:
                packString(func, index, arguments.string(func, count, index), kind);
        }
    }

    private void packSigned(int func, int index, long value) {
        int size = format.size();
        if (size < INTEGER_BYTES) {
            long limit = 1L << 8 * size - 1;
            if (value < -limit || value >= limit) {
                errors.argument(func, index, errors.text(Name.PACK_INTEGER_OVERFLOW));
            }
        }
        appendInteger(value, size, value < 0);
    }

    private void packUnsigned(int func, int index, long value) {
        int size = format.size();
        if (size < INTEGER_BYTES && value >>> 8 * size != 0) {
            errors.argument(func, index, errors.text(Name.PACK_UNSIGNED_OVERFLOW));
        }
        appendInteger(value, size, false);
    }

    /** Appends an integer; where it is to be longer than eight bytes, the others are all ones or all zeros. */
    private void appendInteger(long value, int size, boolean ones) {
        int at = text.reserve(size);
        boolean little = format.isLittle();
        for (int i = 0; i < size; i++) {
            int digit = i < INTEGER_BYTES ? (int) (value >>> 8 * i) : ones ? 0xFF : 0;
            mem.putByte(little ? at + i : at + size - 1 - i, digit);
        }
        text.advance(size);
    }

    private void packString(int func, int index, int string, int kind) {
        int length = strings.length(string);
        fuel.chargeBytes(length);
        if (kind == PackFormat.FIXED) {
            packFixed(func, index, string, length);
        } else if (kind == PackFormat.COUNTED) {
            packCounted(func, index, string, length);
        } else {
            packZeroEnded(func, index, string, length);
        }
    }

    private void packFixed(int func, int index, int string, int length) {
        if (length > format.size()) {
            errors.argument(func, index, errors.text(Name.PACK_STRING_LONGER));
        }
        text.appendString(string);
        appendZeros(format.size() - length);
    }

    private void packCounted(int func, int index, int string, int length) {
        int size = format.size();
        if (size < INTEGER_BYTES && (long) length >>> 8 * size != 0) {
            errors.argument(func, index, errors.text(Name.PACK_STRING_LENGTH));
        }
        appendInteger(length, size, false);
        text.appendString(string);
    }

    private void packZeroEnded(int func, int index, int string, int length) {
        int at = strings.bytes(string);
        if (bytes.indexOf(at, at + length, 0) < at + length) {
            errors.argument(func, index, errors.text(Name.CONTAINS_ZEROS));
        }
        text.appendString(string);
        text.appendByte(0);
    }

    private void appendZeros(int length) {
        if (length > 0) {
            fuel.chargeBytes(length);
            mem.fill(text.reserve(length), 0, length);
            text.advance(length);
        }
    }

    // --- unpack ---

    /** Values are put together above the arguments, which are still wanted, and moved down at the end. */
    public int unpack(int func, int count) {
        openFormat(func, count);
        int data = arguments.string(func, count, 2);
        int length = strings.length(data);
        long offset = StringPosition.start(arguments.optionalInteger(func, count, 3, 1), length) - 1;
        if (offset > length) {
            return errors.argument(func, 3, errors.text(Name.PACK_POSITION));
        }
        int base = func;
        int results = 0;
        while (format.hasNext()) {
            int kind = format.next(base, offset);
            requireData(base, length - offset, (long) format.padding() + format.size());
            offset += format.padding();
            base = makeRoom(base, count + 3, results);
            if (takesValue(kind)) {
                results++;
                offset += unpackValue(base, Arguments.slot(base, count + results), data, (int) offset, kind);
            }
            offset += format.size();
        }
        values.setInteger(Arguments.slot(base, count + results + 1), offset + 1);
        return moveDown(base, count + 1, results + 1);
    }

    private void requireData(int func, long available, long needed) {
        if (needed > available) {
            errors.argument(func, 2, errors.text(Name.PACK_DATA_SHORT));
        }
    }

    private int makeRoom(int func, int others, int results) {
        if (results >= StringLibrary.MAX_RESULTS) {
            return errors.raise(Name.STACK_OVERFLOW_BY, errors.text(Name.TOO_MANY_RESULTS), 0, 0);
        }
        return stacks.reserve(func, others + results);
    }

    private int moveDown(int func, int from, int results) {
        fuel.chargeElements(results);
        for (int i = 0; i < results; i++) {
            values.copy(Arguments.slot(func, i), Arguments.slot(func, from + i));
        }
        return results;
    }

    /** Stores the value at an offset, and answers how many bytes it takes beyond the option's size. */
    private int unpackValue(int func, int slot, int data, int offset, int kind) {
        int at = strings.bytes(data) + offset;
        switch (kind) {
            case PackFormat.FLOAT:
                values.setFloat(slot, FloatBits.widen((int) readInteger(at, 4, false)));
                return 0;
            case PackFormat.DOUBLE:
                values.setFloat(slot, Double.longBitsToDouble(readInteger(at, 8, true)));
                return 0;
            case PackFormat.FIXED:
                return storeString(slot, at, format.size());
            case PackFormat.COUNTED:
                return unpackCounted(func, slot, at, strings.length(data) - offset - format.size());
            case PackFormat.ZERO_ENDED:
                return unpackZeroEnded(func, slot, at, strings.length(data) - offset);
            default:
                values.setInteger(slot, readInteger(at, format.size(), kind == PackFormat.SIGNED));
                return 0;
        }
    }

    private int storeString(int slot, int at, int length) {
        fuel.chargeBytes(length);
        values.setObject(slot, strings.create(at, length));
        return 0;
    }

    private int unpackCounted(int func, int slot, int at, int available) {
        long length = readInteger(at, format.size(), false);
        if (length < 0 || length > available) {
            return errors.argument(func, 2, errors.text(Name.PACK_DATA_SHORT));
        }
        storeString(slot, at + format.size(), (int) length);
        return (int) length;
    }

    private int unpackZeroEnded(int func, int slot, int at, int available) {
        int end = bytes.indexOf(at, at + available, 0);
        if (end == at + available) {
            return errors.argument(func, 2, errors.text(Name.PACK_UNFINISHED));
        }
        storeString(slot, at, end - at);
        return end - at + 1;
    }

    private long readInteger(int at, int size, boolean signed) {
        boolean little = format.isLittle();
        int significant = Math.min(size, INTEGER_BYTES);
        long value = 0;
        for (int i = significant - 1; i >= 0; i--) {
            value = value << 8 | mem.getUnsignedByte(little ? at + i : at + size - 1 - i);
        }
        if (size > INTEGER_BYTES) {
            requireSmall(at, size, signed && value < 0 ? 0xFF : 0);
        }
        int unused = 64 - 8 * significant;
        return signed ? value << unused >> unused : value;
    }

    /** The bytes beyond the eighth must not add anything to the value. */
    private void requireSmall(int at, int size, int filler) {
        boolean little = format.isLittle();
        for (int i = INTEGER_BYTES; i < size; i++) {
            if (mem.getUnsignedByte(little ? at + i : at + size - 1 - i) != filler) {
                int begin = text.length();
                text.appendInteger(size);
                errors.raise(Name.PACK_INTEGER_WIDE, text.take(begin), 0, 0);
            }
        }
    }
}
