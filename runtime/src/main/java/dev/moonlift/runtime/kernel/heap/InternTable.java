package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.memory.Memory;

/**
 * The hash table of all short strings: for each bucket, the first of a list through {@link Header#NEXT}. Its size is a
 * power of two; with the number of strings it grows when one is added. It shrinks after a sweep if even the strings
 * that were there before would leave most of it empty: so that it does not have to grow again in every cycle. Beside
 * it, strings of one byte that were asked for since the last sweep are found by that byte.
 */
public final class InternTable {
    private static final int LEAST = 256;
    private static final int MOST = 1 << 26;
    /** Buckets for each string from which on there are too many. */
    private static final int SPARSE = 4;

    private final Memory mem;
    private final Heap heap;

    public InternTable(Memory mem, Heap heap) {
        this.mem = mem;
        this.heap = heap;
    }

    /** Makes the empty table. */
    public void boot() {
        mem.putInt(State.INTERN_TABLE, newTable(LEAST));
        mem.putInt(State.INTERN_SIZE, LEAST);
        mem.putInt(State.INTERN_COUNT, 0);
        mem.putInt(State.BYTE_STRINGS, heap.allocate(State.BYTE_STRINGS_BYTES));
        forgetByteStrings();
    }

    /** To be called before a sweep. */
    public void sweepBegins() {
        mem.putInt(State.STRINGS_BEFORE_SWEEP, mem.getInt(State.INTERN_COUNT));
        forgetByteStrings();
    }

    /** Dead strings are not to be found any more but in the table. */
    private void forgetByteStrings() {
        mem.fill(mem.getInt(State.BYTE_STRINGS), 0, State.BYTE_STRINGS_BYTES);
    }

    private int newTable(int size) {
        int table = heap.allocate(4 * size);
        mem.fill(table, 0, 4 * size);
        return table;
    }

    /** Address of the bucket for a hash. */
    public int bucket(int hash) {
        return mem.getInt(State.INTERN_TABLE) + 4 * (hash & mem.getInt(State.INTERN_SIZE) - 1);
    }

    /**
     * Makes room for one more string, if that takes a larger table.
     *
     * @throws Signal OUT_OF_MEMORY, nothing changed
     */
    public void grow() {
        int size = mem.getInt(State.INTERN_SIZE);
        if (mem.getInt(State.INTERN_COUNT) >= size && size < MOST) {
            moveTo(newTable(2 * size), 2 * size);
        }
    }

    /** Makes the table smaller if most of it is empty; not while it is swept. */
    public void shrink() {
        int size = mem.getInt(State.INTERN_SIZE);
        int strings = Math.max(mem.getInt(State.INTERN_COUNT), mem.getInt(State.STRINGS_BEFORE_SWEEP));
        int smaller = size;
        while (smaller > LEAST && smaller / SPARSE >= strings) {
            smaller /= 2;
        }
        int table = smaller < size ? newTableIfPossible(smaller) : 0;
        if (table != 0) {
            moveTo(table, smaller);
        }
    }

    /** Makes the table as small as the strings that are left allow, between two sweeps: room is wanted. */
    public void tighten() {
        mem.putInt(State.STRINGS_BEFORE_SWEEP, 0);
        shrink();
    }

    private int newTableIfPossible(int size) {
        try {
            return newTable(size);
        } catch (Signal full) {
            return 0;
        }
    }

    private void moveTo(int table, int size) {
        int old = mem.getInt(State.INTERN_TABLE);
        int oldSize = mem.getInt(State.INTERN_SIZE);
        mem.putInt(State.INTERN_TABLE, table);
        mem.putInt(State.INTERN_SIZE, size);
        for (int i = 0; i < oldSize; i++) {
            moveBucket(mem.getInt(old + 4 * i));
        }
        heap.free(old, 4 * oldSize);
    }

    private void moveBucket(int first) {
        int string = first;
        while (string != 0) {
            int next = mem.getInt(string + Header.NEXT);
            int bucket = bucket(mem.getInt(string + Str.HASH));
            mem.putInt(string + Header.NEXT, mem.getInt(bucket));
            mem.putInt(bucket, string);
            string = next;
        }
    }
}
