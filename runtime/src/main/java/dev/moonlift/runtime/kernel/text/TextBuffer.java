package dev.moonlift.runtime.kernel.text;

import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.number.NumberFormatter;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * The one growing buffer in which texts are put together. Uses nest like a stack: remember {@link #length()} when you
 * begin, append, and end with {@link #take}, which turns what was appended into a string and forgets it. Nothing in it
 * survives a safepoint. Its storage moves when it grows, so an address inside is good until the next append.
 */
public final class TextBuffer {
    private static final int INITIAL = 1024;
    /** A buffer that had to become larger than this is given back once it is empty. */
    private static final int KEPT = 64 * 1024;
    /** Longest text of one number in the formats used here. */
    public static final int NUMBER_ROOM = 64;

    private final Memory mem;
    private final Heap heap;
    private final Strings strings;
    private final NumberFormatter numbers;

    public TextBuffer(Memory mem, Heap heap, Strings strings, NumberFormatter numbers) {
        this.mem = mem;
        this.heap = heap;
        this.strings = strings;
        this.numbers = numbers;
    }

    /** Makes the empty buffer. */
    public void boot() {
        mem.putInt(State.BUFFER, heap.allocate(INITIAL));
        mem.putInt(State.BUFFER_CAPACITY, INITIAL);
        mem.putInt(State.BUFFER_LENGTH, 0);
    }

    public int length() {
        return mem.getInt(State.BUFFER_LENGTH);
    }

    /** Address of the byte at a position. */
    public int address(int position) {
        return mem.getInt(State.BUFFER) + position;
    }

    /** Cuts back to a length, as after an error or when a text turns out not to be needed. */
    public void truncate(int length) {
        mem.putInt(State.BUFFER_LENGTH, length);
        if (length == 0 && mem.getInt(State.BUFFER_CAPACITY) > KEPT) {
            shrink();
        }
    }

    private void shrink() {
        int smaller = heap.reallocate(mem.getInt(State.BUFFER), mem.getInt(State.BUFFER_CAPACITY), INITIAL);
        mem.putInt(State.BUFFER, smaller);
        mem.putInt(State.BUFFER_CAPACITY, INITIAL);
    }

    /**
     * Makes room for bytes at the end and returns where it begins; {@link #advance} then says how many were written.
     *
     * @throws Signal OUT_OF_MEMORY
     */
    @Inline
    public int reserve(int bytes) {
        int length = mem.getInt(State.BUFFER_LENGTH);
        if (bytes < 0 || bytes > mem.getInt(State.BUFFER_CAPACITY) - length) {
            growTo((long) length + bytes);
        }
        return mem.getInt(State.BUFFER) + length;
    }

    private void growTo(long needed) {
        int capacity = mem.getInt(State.BUFFER_CAPACITY);
        if (needed < capacity || needed > Integer.MAX_VALUE) {
            throw Signal.OUT_OF_MEMORY;
        }
        int larger = (int) Math.min(Integer.MAX_VALUE, Math.max(needed, capacity * 2L));
        mem.putInt(State.BUFFER, heap.reallocate(mem.getInt(State.BUFFER), capacity, larger));
        mem.putInt(State.BUFFER_CAPACITY, larger);
    }

    /** Counts bytes that were written into reserved room. */
    public void advance(int bytes) {
        mem.putInt(State.BUFFER_LENGTH, mem.getInt(State.BUFFER_LENGTH) + bytes);
    }

    public void appendByte(int value) {
        mem.putByte(reserve(1), value);
        advance(1);
    }

    /** Appends bytes from an address outside the buffer. */
    public void appendBytes(int address, int length) {
        mem.copy(reserve(length), address, length);
        advance(length);
    }

    public void appendString(int string) {
        appendText(string);
    }

    /** As {@link #appendString}, for what is on the path of many programs. */
    @Inline
    public void appendText(int string) {
        int length = mem.getInt(string + Str.LENGTH);
        int end = mem.getInt(State.BUFFER_LENGTH);
        if (length > Strings.FEW_BYTES || end > mem.getInt(State.BUFFER_CAPACITY) - Strings.FEW_BYTES) {
            appendBytes(string + Str.BYTES, length);
        } else {
            strings.copyFew(mem.getInt(State.BUFFER) + end, string, length);
            mem.putInt(State.BUFFER_LENGTH, end + length);
        }
    }

    /** Appends the boot string with a number of {@link dev.moonlift.runtime.kernel.Name}. */
    public void appendName(int number) {
        appendString(strings.name(number));
    }

    /** Writes an integer into reserved room, of which it takes {@link #NUMBER_ROOM} at most; answers its length. */
    public int writeInteger(int at, long value) {
        return numbers.formatInteger(value, at);
    }

    /** The same for a float as {@code tostring} shows it. */
    public int writeFloat(int at, double value) {
        return numbers.formatFloat14(value, at);
    }

    public void appendInteger(long value) {
        advance(writeInteger(reserve(NUMBER_ROOM), value));
    }

    /** Appends a float as {@code tostring} shows it. */
    public void appendFloat(double value) {
        advance(writeFloat(reserve(NUMBER_ROOM), value));
    }

    /**
     * Appends a boot string in which {@code %1}, {@code %2} and {@code %3} stand for three strings; those that the
     * template does not name may be 0.
     */
    public void appendTemplate(int number, int first, int second, int third) {
        int template = strings.name(number);
        int end = mem.getInt(template + Str.LENGTH);
        for (int i = 0; i < end; i++) {
            int c = mem.getByte(template + Str.BYTES + i);
            if (c == '%' && i + 1 < end) {
                i++;
                appendPlaceholder(mem.getByte(template + Str.BYTES + i), first, second, third);
            } else {
                appendByte(c);
            }
        }
    }

    private void appendPlaceholder(int which, int first, int second, int third) {
        if (which == '%') {
            appendByte('%');
        } else {
            appendString(which == '1' ? first : which == '2' ? second : third);
        }
    }

    /** As {@link #take}, for messages: it costs fuel, since they quote what the guest chose, at any length. */
    public int takeMessage(int begin) {
        mem.putInt(State.FUEL, mem.getInt(State.FUEL) - (length() - begin) / FuelCost.BYTES_PER_UNIT);
        return take(begin);
    }

    /** The string of all that was appended since the length was {@code begin}; cuts back to there. */
    public int take(int begin) {
        int string = strings.create(address(begin), length() - begin);
        truncate(begin);
        return string;
    }
}
