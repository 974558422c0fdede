package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.interp.Metamethods;
import dev.moonlift.runtime.kernel.number.NumberFormatter;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * string.format in one pass, where neither an error nor a call can be: a short text of numbers, and of strings that are
 * not padded. Its result and its fuel are those of {@link StringFormat}, which does all other formats.
 */
public final class SimpleFormat {
    /** Arguments, the format included. */
    private static final int MOST_ARGUMENTS = 8;
    /** Bytes of the text: room for it is reserved once. */
    private static final int LONGEST = 512;
    /** Bytes of a number, which may have a width of two digits. */
    private static final int NUMBER_ROOM = 128;
    /** Greater floats have more digits before their point. */
    private static final double GREATEST_FIXED = 1e15;

    private static final int DEFAULT_PRECISION = 6;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final Metamethods metamethods;
    private final Fuel fuel;
    private final ByteSearch bytes;
    private final NumberFormatter numbers;

    public SimpleFormat(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            Metamethods metamethods,
            Fuel fuel,
            ByteSearch bytes,
            NumberFormatter numbers) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.metamethods = metamethods;
        this.fuel = fuel;
        this.bytes = bytes;
        this.numbers = numbers;
    }

    /** The builtin's work; -1, with nothing done, if it is not simple or a collection would be due behind it. */
    int format(int func, int count) {
        if (count < 1 || count > MOST_ARGUMENTS || !values.isString(Arguments.slot(func, 1))) {
            return -1;
        }
        int format = values.object(Arguments.slot(func, 1));
        int at = strings.bytes(format);
        int end = at + strings.length(format);
        int begin = text.reserve(LONGEST + NUMBER_ROOM);
        int limit = begin + LONGEST;
        int to = begin;
        int cost = 0;
        int slot = Arguments.slot(func, 1);
        while (true) {
            int percent = bytes.indexOf(at, end, '%');
            boolean isEscape = percent + 1 < end && mem.getByte(percent + 1) == '%';
            int length = isEscape ? percent + 1 - at : percent - at;
            if (length > limit - to) {
                return -1;
            }
            mem.copy(to, at, length);
            to += length;
            cost += length / FuelCost.BYTES_PER_UNIT;
            if (percent == end) {
                return finish(func, begin, to - begin, cost);
            }
            at = percent + 2;
            if (isEscape) {
                continue;
            }
            slot += Layout.SLOT;
            if (slot > Arguments.slot(func, count) || at > end) {
                return -1;
            }
            boolean isText = mem.getByte(at - 1) == 's' && values.isString(slot);
            int added = isText ? copyString(to, slot, limit) : convert(to, slot, at - 1, end);
            if (added < 0 || to + added > limit) {
                return -1;
            }
            to += added;
            cost += isText ? added / FuelCost.BYTES_PER_UNIT : 0;
            at = isText ? at : mem.getInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.SPEC_END);
        }
    }

    private int finish(int func, int begin, int length, int cost) {
        if (mem.getInt(State.DEBT) + LeafBuiltins.STRING_BYTES + length > 0) {
            return -1;
        }
        fuel.charge(cost + length / FuelCost.BYTES_PER_UNIT);
        values.setObject(func, strings.create(begin, length));
        return 1;
    }

    private boolean hasTextEvent(int slot) {
        return metamethods.event(slot, Name.TOSTRING) != State.EMPTY_NODE;
    }

    private int copyString(int to, int slot, int limit) {
        int string = values.object(slot);
        int length = strings.length(string);
        if (length > limit - to || hasTextEvent(slot)) {
            return -1;
        }
        if (length <= Strings.FEW_BYTES) {
            strings.copyFew(to, string, length);
        } else {
            mem.copy(to, strings.bytes(string), length);
        }
        return length;
    }

    /**
     * Converts a number as the specification behind a percent sign says, which ends at SPEC_END. It may have one flag,
     * two digits of width and one of precision.
     *
     * @return bytes written; -1 if it is not simple
     */
    private int convert(int to, int slot, int spec, int end) {
        int at = spec;
        int flag = mem.getByte(at);
        if (flag == '-' || flag == '0') {
            at++;
        }
        int width = 0;
        int digits = at;
        while (at < end && at < digits + 2 && CharClass.isDigit(mem.getByte(at))) {
            width = width * 10 + mem.getByte(at) - '0';
            at++;
        }
        int precision = -1;
        if (at + 1 < end && mem.getByte(at) == '.' && CharClass.isDigit(mem.getByte(at + 1))) {
            precision = mem.getByte(at + 1) - '0';
            at += 2;
        }
        if (at >= end || digits < at && mem.getByte(digits) == '0') {
            return -1;
        }
        mem.putInt(mem.getInt(State.STRING_SCRATCH) + StringScratch.SPEC_END, at + 1);
        int length = write(to, slot, mem.getByte(at), precision, at == spec);
        return length < 0 || length >= width ? length : pad(to, length, width, flag);
    }

    private int write(int to, int slot, int letter, int precision, boolean isBare) {
        if (!values.isNumber(slot)) {
            return -1;
        }
        boolean isInteger = values.tag(slot) == Tag.INTEGER;
        double value = isInteger ? values.integer(slot) : values.number(slot);
        int places = precision < 0 ? DEFAULT_PRECISION : precision;
        switch (letter) {
            case 'd', 'i':
                return isInteger && precision < 0 ? numbers.formatInteger(values.integer(slot), to) : -1;
            case 'x', 'X':
                boolean isHex = isInteger && precision < 0;
                return isHex ? numbers.hexInteger(values.integer(slot), letter == 'X', to) : -1;
            case 'f':
                return Math.abs(value) < GREATEST_FIXED ? numbers.fixed(value, places, false, to) : -1;
            case 'g':
                return Math.abs(value) <= Double.MAX_VALUE ? numbers.general(value, places, false, false, to) : -1;
            case 's':
                return isBare && !hasTextEvent(slot) ? writePlain(to, slot, isInteger) : -1;
            default:
                return -1;
        }
    }

    private int writePlain(int to, int slot, boolean isInteger) {
        return isInteger ? text.writeInteger(to, values.integer(slot)) : text.writeFloat(to, values.number(slot));
    }

    private int pad(int to, int length, int width, int flag) {
        int spaces = width - length;
        if (flag == '-') {
            mem.fill(to + length, ' ', spaces);
        } else {
            int first = flag == '0' && mem.getByte(to) == '-' ? to + 1 : to;
            mem.copy(first + spaces, first, to + length - first);
            mem.fill(first, flag == '0' ? '0' : ' ', spaces);
        }
        return width;
    }
}
