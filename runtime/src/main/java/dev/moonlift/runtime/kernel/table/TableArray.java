package dev.moonlift.runtime.kernel.table;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/** The array part of tables, for keys 1 to its capacity: see {@link Layout.Table}. Nothing here looks at nodes. */
public final class TableArray {
    public static final int MAX_CAPACITY = 1 << 27;
    /** What an element takes. */
    public static final long ELEMENT_BYTES = 9;

    /** Bits of eight bytes; NIL is the byte without any. */
    private static final long ALL_BUT_HIGHEST = 0x7F7F_7F7F_7F7F_7F7FL;

    private static final long LOWEST = 0x0101_0101_0101_0101L;
    private static final long LOWEST_TWO = 3 * LOWEST;

    private final Memory mem;
    private final Heap heap;
    private final Collector collector;

    public TableArray(Memory mem, Heap heap, Collector collector) {
        this.mem = mem;
        this.heap = heap;
        this.collector = collector;
    }

    /** The middle of new storage, for elements that are nil. */
    int allocate(int capacity) {
        int array = heap.allocate(9 * capacity) + 8 * capacity;
        mem.fill(array, Tag.NIL, capacity);
        return array;
    }

    /** Makes it larger; the keys that it now covers must be moved there from the hash part. */
    void resize(int table, int capacity) {
        int oldCapacity = mem.getInt(table + Table.CAPACITY);
        int old = mem.getInt(table + Table.ARRAY);
        int array = allocate(capacity);
        if (oldCapacity > 0) {
            int payloads = hasPayloads(old, oldCapacity) ? 8 * oldCapacity : 0;
            mem.copy(array - payloads, old - payloads, payloads + oldCapacity);
            if (!Table.isInline(table, old)) {
                heap.free(old - 8 * oldCapacity, 9 * oldCapacity);
            }
        }
        mem.putInt(table + Table.ARRAY, array);
        mem.putInt(table + Table.CAPACITY, capacity);
    }

    /**
     * Whether payloads may count, which those of nil and booleans do not: arrays of flags grow without them. Looks at
     * eight elements at a time; if some are left, they may be anything.
     */
    private boolean hasPayloads(int array, int capacity) {
        for (int tag = array; tag <= array + capacity - Long.BYTES; tag += Long.BYTES) {
            if (haveOtherThanBooleans(mem.getLong(tag))) {
                return true;
            }
        }
        return capacity % Long.BYTES != 0;
    }

    /** Of eight tags: NIL, FALSE and TRUE are 0, 1 and 2. */
    private static boolean haveOtherThanBooleans(long tags) {
        return (tags & ~LOWEST_TWO | tags & tags >> 1 & LOWEST) != 0;
    }

    /** Whether a key lies in it. */
    boolean covers(int table, long key) {
        return Long.compareUnsigned(key - 1, mem.getInt(table + Table.CAPACITY)) < 0;
    }

    /** The tag of an element, NIL if the collector has found it dead. */
    int tag(int array, int index) {
        int tag = mem.getByte(array + index - 1);
        return tag < 0 ? collector.elementTag(tag, mem.getInt(array - 8 * index)) : tag;
    }

    /** Stores an element, and tells nobody. */
    @Inline
    void set(int table, int index, long payload, int tag) {
        int array = mem.getInt(table + Table.ARRAY);
        mem.putLong(array - 8 * index, payload);
        mem.putByte(array + index - 1, tag);
    }

    /** Whether most of the elements are there, if it has room for so many. */
    boolean isDense(int table, int capacity) {
        return count(table, 0, capacity) >= capacity - (capacity >> 2);
    }

    /** Elements that are there, of those behind {@code from} up to {@code to}. */
    int count(int table, int from, int to) {
        int array = mem.getInt(table + Table.ARRAY);
        int end = array + Math.min(to, mem.getInt(table + Table.CAPACITY));
        int tag = array + from;
        int count = 0;
        for (; tag <= end - Long.BYTES; tag += Long.BYTES) {
            count += bytesOtherThanNil(mem.getLong(tag));
        }
        for (; tag < end; tag++) {
            count += mem.getByte(tag) == Tag.NIL ? 0 : 1;
        }
        return count;
    }

    /** Of eight tags: the highest bit of a byte is set by a carry out of the others, or is set. */
    private static int bytesOtherThanNil(long tags) {
        return Long.bitCount(((tags & ALL_BUT_HIGHEST) + ALL_BUT_HIGHEST | tags) & ~ALL_BUT_HIGHEST);
    }

    // --- borders ---

    /**
     * A border within the array part, the capacity if the elements go on to its end. The last answer is where the
     * search begins; at first the capacity, so that a constructor's last element counts even behind nils.
     */
    int border(int table) {
        int capacity = mem.getInt(table + Table.CAPACITY);
        int hint = mem.getInt(table + Table.BORDER);
        if (hint > 0 && isAbsent(table, hint)) {
            return keepBorder(table, hint > 1 && isAbsent(table, hint - 1) ? search(table, 0, hint - 1) : hint - 1);
        }
        if (hint < capacity && isAbsent(table, hint + 1)) {
            return hint;
        }
        if (hint + 1 < capacity && isAbsent(table, hint + 2)) {
            return keepBorder(table, hint + 1);
        }
        if (capacity > 0 && isAbsent(table, capacity)) {
            return keepBorder(table, search(table, hint + 1, capacity));
        }
        return keepBorder(table, capacity);
    }

    private boolean isAbsent(int table, int index) {
        return tag(mem.getInt(table + Table.ARRAY), index) == Tag.NIL;
    }

    private int keepBorder(int table, int border) {
        mem.putInt(table + Table.BORDER, border);
        return border;
    }

    /** Binary search in the array part: element {@code low} is there (or low is 0), element {@code high} is not. */
    private int search(int table, int low, int high) {
        int there = low;
        int absent = high;
        while (absent - there > 1) {
            int middle = there + absent >>> 1;
            if (isAbsent(table, middle)) {
                absent = middle;
            } else {
                there = middle;
            }
        }
        return there;
    }
}
