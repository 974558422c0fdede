package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * A text that a builtin puts together over several steps. The text buffer does not survive a safepoint, so before each
 * one the builtin moves what is in it behind the text so far: into a long string that nobody else sees, longer than the
 * text, and kept with the text's length in slots of the builtin's. It grows by doubling.
 *
 * <p>Bytes beyond the length mean nothing, so a step that is repeated finds its text as it was.
 */
public final class GrowingText {
    private static final int FIRST_CAPACITY = 256;

    private final Memory mem;
    private final Strings strings;
    private final TextBuffer buffer;
    private final Fuel fuel;

    public GrowingText(Memory mem, Strings strings, TextBuffer buffer, Fuel fuel) {
        this.mem = mem;
        this.strings = strings;
        this.buffer = buffer;
        this.fuel = fuel;
    }

    /**
     * Moves what the buffer holds from {@code begin} on behind the first {@code length} bytes of {@code holder}, which
     * is 0 if there are none.
     *
     * @return the string that holds the text now
     */
    int append(int holder, int length, int begin) {
        int added = buffer.length() - begin;
        int target = withCapacity(holder, length, (long) length + added);
        fuel.chargeBytes(added);
        mem.copy(strings.bytes(target) + length, buffer.address(begin), added);
        buffer.truncate(begin);
        return target;
    }

    private int withCapacity(int holder, int length, long needed) {
        if (holder != 0 && needed <= strings.length(holder)) {
            return holder;
        }
        long capacity = Math.max(FIRST_CAPACITY, 2 * needed);
        int larger = strings.allocateLong((int) Math.min(capacity, Integer.MAX_VALUE));
        if (length > 0) {
            fuel.chargeBytes(length);
            mem.copy(strings.bytes(larger), strings.bytes(holder), length);
        }
        return larger;
    }

    /** The string of the whole text: what is in the holder, and in the buffer from {@code begin} on. */
    int finish(int holder, int length, int begin) {
        int added = buffer.length() - begin;
        fuel.chargeBytes(added);
        if (length == 0) {
            return buffer.take(begin);
        }
        if ((long) length + added <= Str.MAX_SHORT) {
            int whole = append(holder, length, begin);
            return strings.create(strings.bytes(whole), length + added);
        }
        return join(holder, length, begin, added);
    }

    private int join(int holder, int length, int begin, int added) {
        fuel.chargeBytes(length);
        int result = strings.allocateLong((int) Math.min((long) length + added, Integer.MAX_VALUE));
        mem.copy(strings.bytes(result), strings.bytes(holder), length);
        mem.copy(strings.bytes(result) + length, buffer.address(begin), added);
        buffer.truncate(begin);
        return result;
    }
}
