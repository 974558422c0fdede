package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.lib.LeafBuiltins;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * The concatenation operator over several operands at once: right to left, as the operator associates. Numbers in short
 * texts are written where they belong, without a string of their own.
 */
public final class Concatenation {
    /** Bytes of strings that are put together with numbers in the buffer. */
    private static final int MOST_BUFFERED = 400;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final Conversions conversions;
    private final Metamethods metamethods;
    private final Errors errors;
    private final Fuel fuel;

    public Concatenation(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            Conversions conversions,
            Metamethods metamethods,
            Errors errors,
            Fuel fuel) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.conversions = conversions;
        this.metamethods = metamethods;
        this.errors = errors;
        this.fuel = fuel;
    }

    /**
     * Concatenates slots into the first of them.
     *
     * @return 0 when done; otherwise a metamethod's call is laid out at {@code at}, and the answer is the number of
     *     operands that remain when its result has replaced the last two
     */
    public int concat(int from, int count, int at) {
        int remaining = count;
        while (remaining > 1) {
            int texts = textsAtEnd(from, remaining);
            if (texts < 2) {
                int right = slot(from, remaining - 1);
                int left = right - Layout.SLOT;
                return metamethods.binary(Name.CONCAT, left, right, at) != 0
                        ? remaining - 1
                        : errors.concatError(left, right);
            }
            int first = slot(from, remaining - texts);
            values.setObject(first, join(first, texts));
            remaining -= texts - 1;
        }
        return 0;
    }

    private static int slot(int from, int index) {
        return from + (index << Layout.SLOT_SHIFT);
    }

    /** How many of the last operands are strings or numbers. */
    private int textsAtEnd(int from, int count) {
        int texts = 0;
        while (texts < count && isText(slot(from, count - 1 - texts))) {
            texts++;
        }
        return texts;
    }

    private boolean isText(int slot) {
        return values.isString(slot) || values.isNumber(slot);
    }

    private int join(int first, int count) {
        long total = 0;
        int numbers = 0;
        for (int i = 0; i < count; i++) {
            int slot = slot(first, i);
            if (values.isNumber(slot)) {
                numbers++;
            } else {
                total += strings.length(values.object(slot));
            }
        }
        if (numbers == 0) {
            return joinStrings(first, count, total);
        }
        return total <= MOST_BUFFERED
                ? joinTexts(first, count, (int) total + numbers * TextBuffer.NUMBER_ROOM)
                : joinMixed(first, count);
    }

    /**
     * Concatenates slots into the first of them, if they are strings and numbers, few bytes, and no collection is due
     * behind that.
     *
     * @return whether it is done; if not, nothing is
     */
    public boolean concatShort(int from, int count) {
        int begin = text.reserve(MOST_BUFFERED + TextBuffer.NUMBER_ROOM);
        int at = begin;
        for (int i = 0; i < count; i++) {
            int slot = slot(from, i);
            boolean isString = values.isString(slot);
            int length = isString ? strings.length(values.object(slot)) : 0;
            if (at - begin > MOST_BUFFERED - length || !isString && !values.isNumber(slot)) {
                return false;
            }
            if (isString && length <= Strings.FEW_BYTES) {
                strings.copyFew(at, values.object(slot), length);
                at += length;
            } else {
                at += write(at, slot);
            }
        }
        int length = at - begin;
        if (mem.getInt(State.DEBT) + LeafBuiltins.STRING_BYTES + length > 0) {
            return false;
        }
        fuel.chargeBytes(length);
        values.setObject(from, strings.create(begin, length));
        return true;
    }

    private int joinTexts(int first, int count, int most) {
        int begin = text.reserve(most);
        int at = begin;
        for (int i = 0; i < count; i++) {
            at += write(at, slot(first, i));
        }
        fuel.chargeBytes(at - begin);
        return strings.create(begin, at - begin);
    }

    /** Writes the text of an operand; answers its length. */
    private int write(int at, int slot) {
        switch (values.tag(slot)) {
            case Tag.INTEGER:
                return text.writeInteger(at, values.integer(slot));
            case Tag.FLOAT:
                return text.writeFloat(at, values.number(slot));
            default:
                int string = values.object(slot);
                int length = strings.length(string);
                mem.copy(at, string + Str.BYTES, length);
                return length;
        }
    }

    /** Numbers become strings in place, before long strings are copied. */
    private int joinMixed(int first, int count) {
        long total = 0;
        for (int i = 0; i < count; i++) {
            int slot = slot(first, i);
            conversions.makeString(slot);
            total += strings.length(values.object(slot));
        }
        return joinStrings(first, count, total);
    }

    private int joinStrings(int first, int count, long total) {
        if (total > Integer.MAX_VALUE - Str.BYTES) {
            return errors.runtime(Name.ERROR_STRING_OVERFLOW, 0, 0, 0);
        }
        int length = (int) total;
        fuel.chargeBytes(length);
        return length <= Str.MAX_SHORT ? joinShort(first, count, length) : joinLong(first, count, length);
    }

    private int joinShort(int first, int count, int length) {
        int to = text.reserve(length);
        copyAll(first, count, to);
        return strings.create(to, length);
    }

    private int joinLong(int first, int count, int length) {
        int string = strings.allocateLong(length);
        copyAll(first, count, string + Str.BYTES);
        return string;
    }

    private void copyAll(int first, int count, int to) {
        int at = to;
        for (int i = 0; i < count; i++) {
            at += write(at, slot(first, i));
        }
    }
}
