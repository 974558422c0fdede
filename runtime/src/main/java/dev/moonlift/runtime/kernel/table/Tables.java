package dev.moonlift.runtime.kernel.table;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.heap.Color;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.number.Arithmetic;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * Raw access to tables, by key: no metamethods. An array part for keys 1 to capacity, a hash part for the rest; see
 * {@link Layout.Table} and {@link Layout.Node}.
 */
public final class Tables {
    /** Inheritance deeper than this takes the general way. */
    private static final int METHOD_CHAIN = 16;
    /** The slot in which values are handed out. */
    private static final int RESULT = State.SCRATCH_SLOTS + 5 * Layout.SLOT;

    private final Memory mem;
    private final Heap heap;
    private final Collector collector;
    private final Strings strings;
    private final TableArray elements;
    private final TableHash nodes;
    private final TableGrowth growth;

    public Tables(
            Memory mem,
            Heap heap,
            Collector collector,
            Strings strings,
            TableArray elements,
            TableHash nodes,
            TableGrowth growth) {
        this.mem = mem;
        this.heap = heap;
        this.collector = collector;
        this.strings = strings;
        this.elements = elements;
        this.nodes = nodes;
        this.growth = growth;
    }

    /** Prepares the node that all empty hash parts share. */
    public void boot() {
        mem.putInt(State.EMPTY_NODE + Node.FREE_POINTER, State.EMPTY_NODE);
        mem.putByte(State.EMPTY_NODE + Node.VALUE_TAG, Tag.NIL);
        mem.putByte(State.EMPTY_NODE + Node.KEY_TAG, Tag.NIL);
        mem.putInt(State.EMPTY_NODE + Node.NEXT, 0);
    }

    // --- creation ---

    /**
     * An empty table with room for elements 1 to {@code count} and for {@code others} other keys. The object comes
     * first: when memory runs out half way, what is there is garbage that the collector can take apart.
     */
    public int create(int count, int others) {
        int inline = inlineBytes(count, others);
        if (inline != 0) {
            return createInline(count, others, inline);
        }
        if (count > TableArray.MAX_CAPACITY || others > 1 << TableHash.MAX_LOG_NODES) {
            throw Signal.OUT_OF_MEMORY;
        }
        int table = createEmpty(Table.BYTES);
        if (count > 0) {
            mem.putInt(table + Table.ARRAY, elements.allocate(count));
            setSize(table, count);
        }
        if (others > 0) {
            int log = TableHash.logCeiling(others);
            mem.putInt(table + Table.NODES, nodes.allocate(log));
            mem.putByte(table + Header.EXTRA2, log);
        }
        return table;
    }

    private int createEmpty(int bytes) {
        int table = heap.newObject(Tag.TABLE, bytes);
        mem.putLong(table + Table.METATABLE, 0);
        mem.putLong(table + Table.CAPACITY, (long) State.EMPTY_NODE << Integer.SIZE);
        mem.putLong(table + Table.BORDER, 0);
        return table;
    }

    private void setSize(int table, int elements) {
        mem.putInt(table + Table.CAPACITY, elements);
        mem.putInt(table + Table.BORDER, elements);
    }

    /** Bytes that {@link #create} is going to ask for. */
    public static long bytes(int elements, int others) {
        int inline = inlineBytes(elements, others);
        return inline != 0
                ? inline
                : Table.BYTES + 9L * elements + (others > 0 ? TableHash.bytes(TableHash.logCeiling(others)) : 0);
    }

    // --- storage inside the object ---

    /** Bytes of a table that has its parts, of these sizes, inside; 0 if it is too large, or empty. */
    public static int inlineBytes(int elements, int others) {
        if ((elements | others) == 0 || (elements | others) >= Table.INLINE_LIMIT / 8) {
            return 0;
        }
        int bytes = Table.BYTES + 9 * elements + (others > 0 ? TableHash.bytes(TableHash.logCeiling(others)) : 0);
        return bytes <= Table.INLINE_LIMIT ? bytes + Table.ROUNDING & ~Table.ROUNDING : 0;
    }

    private int createInline(int count, int others, int bytes) {
        int table = createEmpty(bytes);
        int end = table + Table.BYTES;
        if (others > 0) {
            int log = TableHash.logCeiling(others);
            int first = end + Node.STORAGE_HEADER;
            end += TableHash.bytes(log);
            nodes.clear(first, end);
            mem.putInt(table + Table.NODES, first);
            mem.putByte(table + Header.EXTRA2, log);
        }
        if (count > 0) {
            int array = end + 8 * count;
            for (int i = 0; i < count; i += 8) {
                mem.putLong(array + i, 0);
            }
            mem.putInt(table + Table.ARRAY, array);
            setSize(table, count);
        }
        return table;
    }

    // --- lookup ---

    /** The node of a short string; {@link State#EMPTY_NODE}, whose value is nil, if there is none. */
    @Inline
    public int findShort(int table, int string) {
        return nodes.findShort(table, string);
    }

    /** Whether a key lies in the array part. */
    public boolean inArray(int table, long key) {
        return elements.covers(table, key);
    }

    /** A scratch slot with the value of a key, nil if it is absent. */
    public int get(int table, long payload, int tag) {
        if (tag == Tag.INTEGER) {
            return getInteger(table, payload);
        }
        if (tag == Tag.FLOAT && Arithmetic.isExactInteger(Double.longBitsToDouble(payload))) {
            return getInteger(table, (long) Double.longBitsToDouble(payload));
        }
        return nodeValue(tag == Tag.NIL ? State.EMPTY_NODE : nodes.find(table, keyOf(payload, tag), tag));
    }

    /** As {@link #get} for an integer key. */
    public int getInteger(int table, long key) {
        if (!elements.covers(table, key)) {
            return nodeValue(nodes.find(table, key, Tag.INTEGER));
        }
        int array = mem.getInt(table + Table.ARRAY);
        mem.putLong(RESULT, mem.getLong(array - 8 * (int) key));
        mem.putByte(RESULT + Layout.TAG, elements.tag(array, (int) key));
        return RESULT;
    }

    /** As {@link #get} for a string key. */
    public int getString(int table, int string) {
        return nodeValue(nodes.find(table, string, mem.getByte(string + Header.KIND)));
    }

    private int nodeValue(int node) {
        mem.putLong(RESULT, mem.getLong(node + Node.VALUE));
        mem.putByte(RESULT + Layout.TAG, nodes.tag(node));
        return RESULT;
    }

    /** The payload by which a key is found: that of a boolean may be anything. */
    @Inline
    private static long keyOf(long payload, int tag) {
        return tag <= Tag.TRUE ? 0 : payload;
    }

    // --- store ---

    /**
     * Stores the value of a slot under a key, which is neither nil nor NaN. The slot must not lie in this table.
     *
     * @throws Signal OUT_OF_MEMORY, nothing changed
     */
    public void put(int table, long payload, int tag, int valueSlot) {
        if (tag == Tag.INTEGER) {
            putInteger(table, payload, valueSlot);
        } else if (tag == Tag.FLOAT && Arithmetic.isExactInteger(Double.longBitsToDouble(payload))) {
            putInteger(table, (long) Double.longBitsToDouble(payload), valueSlot);
        } else {
            long key = keyOf(payload, tag);
            putNode(table, nodes.find(table, key, tag), key, tag, valueSlot);
        }
    }

    /** As {@link #put} for a string key. */
    public void putString(int table, int string, int valueSlot) {
        put(table, string, mem.getByte(string + Header.KIND), valueSlot);
    }

    /** As {@link #put} for a short string as key. */
    public void putShort(int table, int string, int valueSlot) {
        putNode(table, nodes.findShort(table, string), string, Tag.SHORT_STRING, valueSlot);
    }

    /** As {@link #put} for an integer key. */
    public void putInteger(int table, long key, int valueSlot) {
        if (elements.covers(table, key)) {
            putElement(table, (int) key, valueSlot);
            return;
        }
        int node = nodes.find(table, key, Tag.INTEGER);
        if (node == State.EMPTY_NODE && growth.appends(table, key, valueSlot)) {
            growth.growArray(table);
            putElement(table, (int) key, valueSlot);
        } else {
            putNode(table, node, key, Tag.INTEGER, valueSlot);
        }
    }

    private void putElement(int table, int index, int valueSlot) {
        elements.set(table, index, mem.getLong(valueSlot), mem.getByte(valueSlot + Layout.TAG));
        barrier(table, valueSlot);
    }

    /** The forward barrier: to visit a large table again would make the collector's pause long. */
    private void barrier(int table, int valueSlot) {
        if ((mem.getByte(table + Header.MARK) & Color.BLACK) != 0) {
            collector.barrierSlot(table, valueSlot);
        }
    }

    @Inline
    private void putNode(int table, int node, long payload, int tag, int valueSlot) {
        int target = node;
        if (node == State.EMPTY_NODE) {
            if (mem.getByte(valueSlot + Layout.TAG) == Tag.NIL) {
                return;
            }
            target = nodes.insert(table, payload, tag);
            if (target == State.EMPTY_NODE) {
                growth.rehash(table, payload, tag);
                put(table, payload, tag, valueSlot);
                return;
            }
        }
        if (mem.getByte(target + Node.VALUE_TAG) < 0) {
            collector.nodeChanges(target);
        }
        mem.putByte(table + Header.EXTRA, 0);
        mem.putLong(target + Node.VALUE, mem.getLong(valueSlot));
        mem.putByte(target + Node.VALUE_TAG, mem.getByte(valueSlot + Layout.TAG));
        barrier(table, valueSlot);
        if (tag >= Tag.FIRST_COLLECTABLE) {
            collector.barrier(table, (int) payload);
        }
    }

    /** Makes room for elements 1 to {@code capacity} ahead of storing them. */
    public void ensureCapacity(int table, int capacity) {
        growth.ensureCapacity(table, capacity);
    }

    /**
     * Stores consecutive elements, which lie in slots.
     *
     * @param offset how many elements are before them
     */
    public void fill(int table, int offset, int slot, int count) {
        if (count > 0) {
            growth.ensureCapacity(table, offset + count);
        }
        int array = mem.getInt(table + Table.ARRAY);
        int first = offset + 1;
        for (int i = 0; i < count; i++) {
            int from = slot + (i << Layout.SLOT_SHIFT);
            mem.putLong(array - 8 * (first + i), mem.getLong(from));
            mem.putByte(array + first + i - 1, mem.getByte(from + Layout.TAG));
        }
        if ((mem.getByte(table + Header.MARK) & Color.BLACK) != 0) {
            collector.elementsCopied(table, first, count);
        }
    }

    // --- length ---

    /** A border (manual §3.4.7): an n with t[n] not nil and t[n+1] nil, or 0. */
    public long length(int table) {
        int border = elements.border(table);
        boolean endsInArray =
                border < mem.getInt(table + Table.CAPACITY) || mem.getInt(table + Table.NODES) == State.EMPTY_NODE;
        return endsInArray ? border : hashBorder(table, border);
    }

    private long hashBorder(int table, long capacity) {
        if (!nodes.hasInteger(table, capacity + 1)) {
            return capacity;
        }
        long there = capacity + 1;
        long absent = Math.max(2, there * 2);
        while (nodes.hasInteger(table, absent)) {
            there = absent;
            if (absent > Long.MAX_VALUE / 2) {
                return linearBorder(table);
            }
            absent *= 2;
        }
        while (absent - there > 1) {
            long middle = there + absent >>> 1;
            if (nodes.hasInteger(table, middle)) {
                there = middle;
            } else {
                absent = middle;
            }
        }
        return there;
    }

    /** Reached only by tables made to mislead the search. */
    private long linearBorder(int table) {
        long n = 1;
        while (elements.covers(table, n) || nodes.hasInteger(table, n)) {
            n++;
        }
        return n - 1;
    }

    // --- traversal ---

    /**
     * Replaces the key in a slot by the next key and stores its value in the slot above. Array part first, then nodes
     * in order of address. A key whose value was set to nil meanwhile still leads on.
     *
     * @return 1; 0 at the end, with nil in the key slot; -1 if the key is not in the table, nothing changed
     */
    public int next(int table, int keySlot) {
        int index = position(table, keySlot);
        return index < 0 ? -1 : advance(table, index, keySlot);
    }

    /** Where the traversal goes on after a key: positions 0 to capacity - 1, then nodes. */
    private int position(int table, int keySlot) {
        int tag = mem.getByte(keySlot + Layout.TAG);
        long payload = mem.getLong(keySlot);
        if (tag == Tag.NIL) {
            return 0;
        }
        if (tag == Tag.FLOAT && Arithmetic.isExactInteger(mem.getDouble(keySlot))) {
            tag = Tag.INTEGER;
            payload = (long) mem.getDouble(keySlot);
        }
        if (tag == Tag.INTEGER && elements.covers(table, payload)) {
            return (int) payload;
        }
        int node = nodes.find(table, keyOf(payload, tag), tag);
        if (node == State.EMPTY_NODE && tag >= Tag.FIRST_COLLECTABLE) {
            node = nodes.findDead(table, payload, tag);
        }
        return node == State.EMPTY_NODE
                ? -1
                : mem.getInt(table + Table.CAPACITY) + (node - mem.getInt(table + Table.NODES)) / Node.BYTES + 1;
    }

    private int advance(int table, int from, int keySlot) {
        int capacity = mem.getInt(table + Table.CAPACITY);
        int array = mem.getInt(table + Table.ARRAY);
        for (int i = from; i < capacity; i++) {
            int tag = elements.tag(array, i + 1);
            if (tag != Tag.NIL) {
                putEntry(keySlot, i + 1, Tag.INTEGER, mem.getLong(array - 8 * (i + 1)), tag);
                return 1;
            }
        }
        return advanceNodes(table, Math.max(from, capacity) - capacity, keySlot);
    }

    private int advanceNodes(int table, int from, int keySlot) {
        int first = mem.getInt(table + Table.NODES);
        int end = first + (Node.BYTES << mem.getByte(table + Header.EXTRA2));
        for (int node = first + Node.BYTES * from; node < end; node += Node.BYTES) {
            int tag = nodes.tag(node);
            if (tag != Tag.NIL) {
                int keyTag = mem.getByte(node + Node.KEY_TAG);
                putEntry(keySlot, nodes.keyPayload(node, keyTag), keyTag, mem.getLong(node + Node.VALUE), tag);
                return 1;
            }
        }
        mem.putByte(keySlot + Layout.TAG, Tag.NIL);
        return 0;
    }

    private void putEntry(int keySlot, long key, int keyTag, long value, int valueTag) {
        mem.putLong(keySlot, key);
        mem.putByte(keySlot + Layout.TAG, keyTag);
        mem.putLong(keySlot + Layout.SLOT, value);
        mem.putByte(keySlot + Layout.SLOT + Layout.TAG, valueTag);
    }

    // --- metatables ---

    public int metatable(int table) {
        return mem.getInt(table + Table.METATABLE);
    }

    /**
     * The node of a metamethod in a metatable, EMPTY_NODE when it has none. Absence of the first eight events is
     * remembered in the metatable.
     */
    public int findEvent(int metatable, int event) {
        if (event >= 8) {
            return nodes.present(nodes.findShort(metatable, strings.name(event)));
        }
        if ((mem.getByte(metatable + Header.EXTRA) >> event & 1) != 0) {
            return State.EMPTY_NODE;
        }
        int node = nodes.present(nodes.findShort(metatable, strings.name(event)));
        if (node == State.EMPTY_NODE) {
            mem.putByte(metatable + Header.EXTRA, mem.getByte(metatable + Header.EXTRA) | 1 << event);
            return State.EMPTY_NODE;
        }
        return node;
    }

    /**
     * The node of a string key in a table or, in turn, in the tables that {@code __index} leads to. EMPTY_NODE also
     * where an entry is in doubt.
     */
    @Inline
    public int findMethod(int table, int string) {
        int current = table;
        for (int i = 0; i < METHOD_CHAIN; i++) {
            int node = nodes.mayHave(current, string) ? nodes.findShort(current, string) : State.EMPTY_NODE;
            int tag = mem.getByte(node + Node.VALUE_TAG);
            if (tag != Tag.NIL) {
                return tag > Tag.NIL ? node : State.EMPTY_NODE;
            }
            int metatable = mem.getInt(current + Table.METATABLE);
            if (metatable == 0) {
                return State.EMPTY_NODE;
            }
            int index = nodes.findShort(metatable, strings.name(Name.INDEX));
            if (mem.getByte(index + Node.VALUE_TAG) != Tag.TABLE) {
                return State.EMPTY_NODE;
            }
            current = mem.getInt(index + Node.VALUE);
        }
        return State.EMPTY_NODE;
    }
}
