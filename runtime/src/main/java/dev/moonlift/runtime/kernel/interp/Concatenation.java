package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/** The concatenation operator over several operands at once: right to left, as the operator associates. */
public final class Concatenation {
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

    /** How many of the last operands are strings or numbers; these become strings in place. */
    private int textsAtEnd(int from, int count) {
        int texts = 0;
        while (texts < count && isText(slot(from, count - 1 - texts))) {
            texts++;
        }
        if (texts >= 2) {
            for (int i = count - texts; i < count; i++) {
                conversions.makeString(slot(from, i));
            }
        }
        return texts;
    }

    private boolean isText(int slot) {
        return values.isString(slot) || values.isNumber(slot);
    }

    private int join(int first, int count) {
        long total = 0;
        for (int i = 0; i < count; i++) {
            total += strings.length(values.object(slot(first, i)));
        }
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
            int string = values.object(slot(first, i));
            int length = strings.length(string);
            mem.copy(at, string + Str.BYTES, length);
            at += length;
        }
    }
}
