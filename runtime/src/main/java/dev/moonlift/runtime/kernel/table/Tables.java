package dev.moonlift.runtime.kernel.table;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
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
 * Raw access to tables: no metamethods. An array part for keys 1 to capacity, a chained scatter table with Brent's
 * variation for the rest; see {@link Layout.Table} and {@link Layout.Node}.
 *
 * <p>A lookup answers the address of a node, or {@link State#EMPTY_NODE}, whose value is nil, when the key is absent.
 */
public final class Tables {
    public static final int MAX_CAPACITY = 1 << 27;
    /** What an element of the array part takes. */
    public static final long ELEMENT_BYTES = 9;

    private static final int MAX_LOG_NODES = 26;
    private static final int FIRST_CAPACITY = 4;
    /** Inheritance deeper than this takes the general way. */
    private static final int METHOD_CHAIN = 16;
    /** The slot in which values are handed out. */
    private static final int RESULT = State.SCRATCH_SLOTS + 5 * Layout.SLOT;

    private final Memory mem;
    private final Heap heap;
    private final Collector collector;
    private final Strings strings;

    public Tables(Memory mem, Heap heap, Collector collector, Strings strings) {
        this.mem = mem;
        this.heap = heap;
        this.collector = collector;
        this.strings = strings;
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
     * An empty table with room for elements 1 to {@code elements} and for {@code others} other keys. The object comes
     * first: when memory runs out half way, what is there is garbage that the collector can take apart.
     */
    public int create(int elements, int others) {
        int inline = inlineBytes(elements, others);
        if (inline != 0) {
            return createInline(elements, others, inline);
        }
        if (elements > MAX_CAPACITY || others > 1 << MAX_LOG_NODES) {
            throw Signal.OUT_OF_MEMORY;
        }
        int table = createEmpty(Table.BYTES);
        if (elements > 0) {
            mem.putInt(table + Table.ARRAY, allocateArray(elements));
            setSize(table, elements);
        }
        if (others > 0) {
            int log = logCeiling(others);
            mem.putInt(table + Table.NODES, allocateNodes(log));
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
        return inline != 0 ? inline : Table.BYTES + 9L * elements + (others > 0 ? nodeBytes(logCeiling(others)) : 0);
    }

    // --- storage inside the object ---

    /** Bytes of a table that has its parts, of these sizes, inside; 0 if it is too large, or empty. */
    private static int inlineBytes(int elements, int others) {
        if ((elements | others) == 0 || (elements | others) >= Table.INLINE_LIMIT / 8) {
            return 0;
        }
        int bytes = Table.BYTES + 9 * elements + (others > 0 ? nodeBytes(logCeiling(others)) : 0);
        return bytes <= Table.INLINE_LIMIT ? bytes + Table.ROUNDING & ~Table.ROUNDING : 0;
    }

    private static int nodeBytes(int log) {
        return Node.STORAGE_HEADER + (Node.BYTES << log);
    }

    private int createInline(int elements, int others, int bytes) {
        int table = createEmpty(bytes);
        int end = table + Table.BYTES;
        if (others > 0) {
            int log = logCeiling(others);
            int nodes = end + Node.STORAGE_HEADER;
            end += nodeBytes(log);
            clearNodes(nodes, end);
            mem.putInt(table + Table.NODES, nodes);
            mem.putByte(table + Header.EXTRA2, log);
        }
        if (elements > 0) {
            int array = end + 8 * elements;
            for (int i = 0; i < elements; i += 8) {
                mem.putLong(array + i, 0);
            }
            mem.putInt(table + Table.ARRAY, array);
            setSize(table, elements);
        }
        return table;
    }

    private void clearNodes(int nodes, int end) {
        mem.putLong(nodes - Node.STORAGE_HEADER, end);
        for (int node = nodes; node < end; node += Node.BYTES) {
            mem.putLong(node + Node.KEY, 0);
            mem.putLong(node + Node.VALUE_TAG, 0);
        }
    }

    private static int logCeiling(int count) {
        return count <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
    }

    private int allocateArray(int capacity) {
        int array = heap.allocate(9 * capacity) + 8 * capacity;
        mem.fill(array, Tag.NIL, capacity);
        return array;
    }

    private int allocateNodes(int log) {
        int bytes = nodeBytes(log);
        int nodes = heap.allocate(bytes) + Node.STORAGE_HEADER;
        mem.fill(nodes, 0, bytes - Node.STORAGE_HEADER);
        mem.putInt(nodes + Node.FREE_POINTER, nodes + (Node.BYTES << log));
        return nodes;
    }

    private void freeNodes(int table, int nodes, int log) {
        if (nodes != State.EMPTY_NODE && !Table.isInline(table, nodes)) {
            heap.free(nodes - Node.STORAGE_HEADER, nodeBytes(log));
        }
    }

    // --- lookup ---

    /** The node of a short string. */
    @Inline
    public int findShort(int table, int string) {
        int mask = (1 << mem.getByte(table + Header.EXTRA2)) - 1;
        int node = mem.getInt(table + Table.NODES) + Node.BYTES * (mem.getInt(string + Str.HASH) & mask);
        do {
            if (mem.getInt(node + Node.KEY) == string && mem.getByte(node + Node.KEY_TAG) == Tag.SHORT_STRING) {
                return node;
            }
            node = mem.getInt(node + Node.NEXT);
        } while (node != 0);
        return State.EMPTY_NODE;
    }

    /** The payload by which a key is found: that of a boolean may be anything. */
    @Inline
    private static long keyOf(long payload, int tag) {
        return tag <= Tag.TRUE ? 0 : payload;
    }

    /** The node of any key that is not in the array part; floats must not have an integer value. */
    private int findNode(int table, long payload, int tag) {
        if (tag == Tag.SHORT_STRING) {
            return findShort(table, (int) payload);
        }
        if (tag == Tag.LONG_STRING) {
            return findLong(table, (int) payload);
        }
        if (tag >= Tag.FIRST_COLLECTABLE) {
            return findObject(table, (int) payload, tag);
        }
        int node = mainPosition(table, payload, tag);
        do {
            if (mem.getLong(node + Node.KEY) == payload && mem.getByte(node + Node.KEY_TAG) == tag) {
                return node;
            }
            node = mem.getInt(node + Node.NEXT);
        } while (node != 0);
        return State.EMPTY_NODE;
    }

    /** Of an object as key only the address counts: the collector may use the rest of the payload. */
    private int findObject(int table, int object, int tag) {
        int node = mainPosition(table, object, tag);
        do {
            if (mem.getInt(node + Node.KEY) == object && mem.getByte(node + Node.KEY_TAG) == tag) {
                return node;
            }
            node = mem.getInt(node + Node.NEXT);
        } while (node != 0);
        return State.EMPTY_NODE;
    }

    private int findLong(int table, int string) {
        int node = mainPosition(table, string, Tag.LONG_STRING);
        do {
            if (mem.getByte(node + Node.KEY_TAG) == Tag.LONG_STRING
                    && strings.equal(mem.getInt(node + Node.KEY), string)) {
                return node;
            }
            node = mem.getInt(node + Node.NEXT);
        } while (node != 0);
        return State.EMPTY_NODE;
    }

    @Inline
    private int mainPosition(int table, long payload, int tag) {
        int mask = (1 << mem.getByte(table + Header.EXTRA2)) - 1;
        return mem.getInt(table + Table.NODES) + Node.BYTES * (hash(payload, tag) & mask);
    }

    @Inline
    private int hash(long payload, int tag) {
        if (tag == Tag.SHORT_STRING) {
            return mem.getInt((int) payload + Str.HASH);
        }
        if (tag == Tag.LONG_STRING) {
            return strings.hash((int) payload);
        }
        int mixed = (int) (payload ^ payload >>> 32) * 0x9E3779B1 + tag;
        return mixed ^ mixed >>> 15;
    }

    /** The node of an integer outside the array part. */
    public int findInteger(int table, long key) {
        return findNode(table, key, Tag.INTEGER);
    }

    /** Whether a key lies in the array part. */
    public boolean inArray(int table, long key) {
        return Long.compareUnsigned(key - 1, mem.getInt(table + Table.CAPACITY)) < 0;
    }

    /** A scratch slot with the value of a key, nil if it is absent. */
    public int get(int table, long payload, int tag) {
        if (tag == Tag.INTEGER) {
            return getInteger(table, payload);
        }
        if (tag == Tag.FLOAT && Arithmetic.isExactInteger(Double.longBitsToDouble(payload))) {
            return getInteger(table, (long) Double.longBitsToDouble(payload));
        }
        return nodeValue(tag == Tag.NIL ? State.EMPTY_NODE : findNode(table, keyOf(payload, tag), tag));
    }

    /** As {@link #get} for an integer key. */
    public int getInteger(int table, long key) {
        if (!inArray(table, key)) {
            return nodeValue(findInteger(table, key));
        }
        int array = mem.getInt(table + Table.ARRAY);
        mem.putLong(RESULT, mem.getLong(array - 8 * (int) key));
        mem.putByte(RESULT + Layout.TAG, elementTag(array, (int) key));
        return RESULT;
    }

    /** As {@link #get} for a string key. */
    public int getString(int table, int string) {
        return nodeValue(findNode(table, string, mem.getByte(string + Header.KIND)));
    }

    private int nodeValue(int node) {
        mem.putLong(RESULT, mem.getLong(node + Node.VALUE));
        mem.putByte(RESULT + Layout.TAG, nodeTag(node));
        return RESULT;
    }

    /** The tag of an element of the array part, NIL if the collector has found it dead. */
    private int elementTag(int array, int index) {
        int tag = mem.getByte(array + index - 1);
        return tag < 0 ? collector.elementTag(tag, mem.getInt(array - 8 * index)) : tag;
    }

    /** The tag of a node's value, NIL if the collector has found the entry dead. */
    private int nodeTag(int node) {
        int tag = mem.getByte(node + Node.VALUE_TAG);
        return tag < 0 ? collector.nodeTag(node) : tag;
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
            putNode(table, findNode(table, key, tag), key, tag, valueSlot);
        }
    }

    /** As {@link #put} for a string key. */
    public void putString(int table, int string, int valueSlot) {
        put(table, string, mem.getByte(string + Header.KIND), valueSlot);
    }

    /** As {@link #put} for a short string as key. */
    public void putShort(int table, int string, int valueSlot) {
        putNode(table, findShort(table, string), string, Tag.SHORT_STRING, valueSlot);
    }

    /** As {@link #put} for an integer key. */
    public void putInteger(int table, long key, int valueSlot) {
        if (inArray(table, key)) {
            putElement(table, (int) key, valueSlot);
            return;
        }
        int node = findInteger(table, key);
        if (node == State.EMPTY_NODE && appends(table, key, valueSlot)) {
            growArray(table);
            putElement(table, (int) key, valueSlot);
        } else {
            putNode(table, node, key, Tag.INTEGER, valueSlot);
        }
    }

    private void putElement(int table, int index, int valueSlot) {
        int array = mem.getInt(table + Table.ARRAY);
        mem.putLong(array - 8 * index, mem.getLong(valueSlot));
        mem.putByte(array + index - 1, mem.getByte(valueSlot + Layout.TAG));
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
            target = insert(table, payload, tag);
            if (target == State.EMPTY_NODE) {
                rehash(table, payload, tag);
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

    // --- insertion into the hash part: chained scatter, Brent's variation ---

    /**
     * A node for a key that is not there yet; EMPTY_NODE when the hash part is full. A node whose value is nil is taken
     * over where it stands, and stays in whatever chain it was in: its new key is found there, at its main position.
     */
    @Inline
    private int insert(int table, long payload, int tag) {
        int main = mainPosition(table, payload, tag);
        if (main == State.EMPTY_NODE) {
            return State.EMPTY_NODE;
        }
        if (mem.getByte(main + Node.VALUE_TAG) == Tag.NIL) {
            setKey(main, payload, tag);
            return main;
        }
        int free = freeNode(table);
        if (free == State.EMPTY_NODE) {
            return State.EMPTY_NODE;
        }
        int other = mainPositionOfNode(table, main);
        return other == main ? linkBehind(main, free, payload, tag) : evict(main, other, free, payload, tag);
    }

    private void setKey(int node, long payload, int tag) {
        mem.putLong(node + Node.KEY, payload);
        mem.putByte(node + Node.KEY_TAG, tag);
    }

    /** Of a node with a value: its key is alive. */
    private int mainPositionOfNode(int table, int node) {
        int tag = mem.getByte(node + Node.KEY_TAG);
        return mainPosition(table, keyPayload(node, tag), tag);
    }

    private long keyPayload(int node, int tag) {
        return tag >= Tag.FIRST_COLLECTABLE ? mem.getInt(node + Node.KEY) : mem.getLong(node + Node.KEY);
    }

    private int linkBehind(int main, int free, long payload, int tag) {
        mem.putInt(free + Node.NEXT, mem.getInt(main + Node.NEXT));
        mem.putInt(main + Node.NEXT, free);
        setKey(free, payload, tag);
        return free;
    }

    /** The node in the way is out of its main position: it moves to the free one. */
    private int evict(int main, int otherMain, int free, long payload, int tag) {
        int previous = otherMain;
        while (mem.getInt(previous + Node.NEXT) != main) {
            previous = mem.getInt(previous + Node.NEXT);
        }
        copyNode(main, free);
        mem.putInt(previous + Node.NEXT, free);
        mem.putInt(main + Node.NEXT, 0);
        mem.putByte(main + Node.VALUE_TAG, Tag.NIL);
        setKey(main, payload, tag);
        return main;
    }

    private void copyNode(int from, int to) {
        boolean isInDoubt = mem.getByte(from + Node.VALUE_TAG) < 0;
        if (isInDoubt) {
            collector.nodesMove();
        }
        mem.copy(to, from, Node.BYTES);
        if (isInDoubt) {
            collector.nodeMoved(from, to);
        }
    }

    /** Nodes become free only by a rehash, so one pointer that goes down finds them all. */
    private int freeNode(int table) {
        int nodes = mem.getInt(table + Table.NODES);
        int node = mem.getInt(nodes + Node.FREE_POINTER);
        while (node > nodes) {
            node -= Node.BYTES;
            if (mem.getByte(node + Node.KEY_TAG) == Tag.NIL) {
                mem.putInt(nodes + Node.FREE_POINTER, node);
                return node;
            }
        }
        mem.putInt(nodes + Node.FREE_POINTER, nodes);
        return State.EMPTY_NODE;
    }

    // --- growth ---

    /** Whether a new integer key goes on where a dense array part ends. */
    private boolean appends(int table, long key, int valueSlot) {
        int capacity = mem.getInt(table + Table.CAPACITY);
        return key == capacity + 1L
                && mem.getByte(valueSlot + Layout.TAG) != Tag.NIL
                && capacity < MAX_CAPACITY
                && isDense(table, capacity);
    }

    private boolean isDense(int table, int capacity) {
        int array = mem.getInt(table + Table.ARRAY);
        int filled = 0;
        for (int i = 0; i < capacity; i++) {
            filled += mem.getByte(array + i) == Tag.NIL ? 0 : 1;
        }
        return filled >= capacity - (capacity >> 2);
    }

    private void growArray(int table) {
        int capacity = mem.getInt(table + Table.CAPACITY);
        resizeArray(table, Math.max(FIRST_CAPACITY, 2 * capacity));
        if (mem.getInt(table + Table.NODES) != State.EMPTY_NODE) {
            moveToArray(table, capacity + 1);
        }
    }

    /** Makes the array part larger; the keys that it now covers must be moved there from the hash part. */
    private void resizeArray(int table, int capacity) {
        int oldCapacity = mem.getInt(table + Table.CAPACITY);
        int old = mem.getInt(table + Table.ARRAY);
        int array = allocateArray(capacity);
        if (oldCapacity > 0) {
            mem.copy(array - 8 * oldCapacity, old - 8 * oldCapacity, 9 * oldCapacity);
            if (!Table.isInline(table, old)) {
                heap.free(old - 8 * oldCapacity, 9 * oldCapacity);
            }
        }
        mem.putInt(table + Table.ARRAY, array);
        mem.putInt(table + Table.CAPACITY, capacity);
    }

    private void moveToArray(int table, int from) {
        int capacity = mem.getInt(table + Table.CAPACITY);
        int array = mem.getInt(table + Table.ARRAY);
        for (int i = from; i <= capacity; i++) {
            int node = findInteger(table, i);
            if (node != State.EMPTY_NODE) {
                mem.putLong(array - 8 * i, mem.getLong(node + Node.VALUE));
                mem.putByte(array + i - 1, mem.getByte(node + Node.VALUE_TAG));
                mem.putByte(node + Node.VALUE_TAG, Tag.NIL);
            }
        }
    }

    /**
     * Makes room for one more key: counts what there is, gives the array part the largest size of which more than half
     * is in use (manual of every Lua since 5.0), the hash part what remains.
     */
    private void rehash(int table, long payload, int tag) {
        int oldCapacity = mem.getInt(table + Table.CAPACITY);
        int capacity = Math.max(oldCapacity, bestCapacity(table, payload, tag));
        int others = countOthers(table, capacity);
        boolean newInArray = tag == Tag.INTEGER && Long.compareUnsigned(payload - 1, capacity) < 0;
        if (!newInArray) {
            others++;
        }
        int log = others == 0 ? 0 : logCeiling(others);
        if (log > MAX_LOG_NODES) {
            throw Signal.OUT_OF_MEMORY;
        }
        int nodes = others == 0 ? State.EMPTY_NODE : allocateNodes(log);
        if (capacity > oldCapacity) {
            growArrayOrUndo(table, capacity, nodes, log);
        }
        moveNodes(table, nodes, log);
    }

    private void growArrayOrUndo(int table, int capacity, int nodes, int log) {
        try {
            resizeArray(table, capacity);
        } catch (Signal full) {
            freeNodes(table, nodes, log);
            throw Signal.OUT_OF_MEMORY;
        }
    }

    private void moveNodes(int table, int nodes, int log) {
        int oldLog = mem.getByte(table + Header.EXTRA2);
        int oldNodes = mem.getInt(table + Table.NODES);
        mem.putInt(table + Table.NODES, nodes);
        mem.putByte(table + Header.EXTRA2, log);
        collector.nodesMove();
        for (int i = (1 << oldLog) - 1; i >= 0; i--) {
            moveNode(table, oldNodes + Node.BYTES * i);
        }
        freeNodes(table, oldNodes, oldLog);
    }

    private void moveNode(int table, int node) {
        int valueTag = mem.getByte(node + Node.VALUE_TAG);
        if (valueTag == Tag.NIL) {
            return;
        }
        int keyTag = mem.getByte(node + Node.KEY_TAG);
        long key = keyPayload(node, keyTag);
        if (keyTag == Tag.INTEGER && inArray(table, key)) {
            int array = mem.getInt(table + Table.ARRAY);
            mem.putLong(array - 8 * (int) key, mem.getLong(node + Node.VALUE));
            mem.putByte(array + (int) key - 1, valueTag);
        } else {
            int target = insert(table, key, keyTag);
            mem.putLong(target + Node.VALUE, mem.getLong(node + Node.VALUE));
            mem.putByte(target + Node.VALUE_TAG, valueTag);
            if (valueTag < 0) {
                collector.nodeMoved(node, target);
            }
        }
    }

    /** Keys that stay in the hash part if the array part has that capacity. */
    private int countOthers(int table, int capacity) {
        int nodes = mem.getInt(table + Table.NODES);
        int end = nodes + (Node.BYTES << mem.getByte(table + Header.EXTRA2));
        int count = 0;
        for (int node = nodes; node < end; node += Node.BYTES) {
            if (mem.getByte(node + Node.VALUE_TAG) != Tag.NIL && !isElement(node, capacity)) {
                count++;
            }
        }
        return count;
    }

    private boolean isElement(int node, int capacity) {
        return mem.getByte(node + Node.KEY_TAG) == Tag.INTEGER
                && Long.compareUnsigned(mem.getLong(node + Node.KEY) - 1, capacity) < 0;
    }

    /** The largest power of two of which more than half the keys 1 to it are there, counting the new key. */
    private int bestCapacity(int table, long payload, int tag) {
        mem.fill(State.HISTOGRAM, 0, 4 * State.HISTOGRAM_BINS);
        countNodes(table);
        if (tag == Tag.INTEGER) {
            countKey(payload);
        }
        int best = 0;
        int upTo = 0;
        int low = 0;
        for (int log = 0; 1 << log <= MAX_CAPACITY; log++) {
            upTo += mem.getInt(State.HISTOGRAM + 4 * log) + countElements(table, low, 1 << log);
            if (upTo > 1 << log >> 1) {
                best = 1 << log;
            }
            low = 1 << log;
        }
        return best;
    }

    private void countNodes(int table) {
        int nodes = mem.getInt(table + Table.NODES);
        int end = nodes + (Node.BYTES << mem.getByte(table + Header.EXTRA2));
        for (int node = nodes; node < end; node += Node.BYTES) {
            if (mem.getByte(node + Node.VALUE_TAG) != Tag.NIL && mem.getByte(node + Node.KEY_TAG) == Tag.INTEGER) {
                countKey(mem.getLong(node + Node.KEY));
            }
        }
    }

    /** Bin n counts the keys above 2^(n-1) up to 2^n. */
    private void countKey(long key) {
        if (key > 0 && key <= MAX_CAPACITY) {
            int bin = State.HISTOGRAM + 4 * logCeiling((int) key);
            mem.putInt(bin, mem.getInt(bin) + 1);
        }
    }

    private int countElements(int table, int from, int to) {
        int array = mem.getInt(table + Table.ARRAY);
        int end = Math.min(to, mem.getInt(table + Table.CAPACITY));
        int count = 0;
        for (int i = from; i < end; i++) {
            count += mem.getByte(array + i) == Tag.NIL ? 0 : 1;
        }
        return count;
    }

    /** Makes room for elements 1 to {@code capacity} ahead of storing them. */
    public void ensureCapacity(int table, int capacity) {
        int old = mem.getInt(table + Table.CAPACITY);
        if (capacity > old) {
            if (capacity > MAX_CAPACITY) {
                throw Signal.OUT_OF_MEMORY;
            }
            resizeArray(table, capacity);
            mem.putInt(table + Table.BORDER, capacity);
            if (mem.getInt(table + Table.NODES) != State.EMPTY_NODE) {
                moveToArray(table, old + 1);
            }
        }
    }

    /**
     * Stores consecutive elements, which lie in slots.
     *
     * @param offset how many elements are before them
     */
    public void fill(int table, int offset, int slot, int count) {
        if (count > 0) {
            ensureCapacity(table, offset + count);
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

    /**
     * A border (manual §3.4.7): an n with t[n] not nil and t[n+1] nil, or 0. The last answer is where it begins; at
     * first the capacity, so that a constructor's last element counts even behind nils.
     */
    public long length(int table) {
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
        keepBorder(table, capacity);
        return mem.getInt(table + Table.NODES) == State.EMPTY_NODE ? capacity : hashBorder(table, capacity);
    }

    private boolean isAbsent(int table, int index) {
        return elementTag(mem.getInt(table + Table.ARRAY), index) == Tag.NIL;
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

    private boolean hasInteger(int table, long key) {
        return nodeTag(findInteger(table, key)) != Tag.NIL;
    }

    private long hashBorder(int table, long capacity) {
        if (!hasInteger(table, capacity + 1)) {
            return capacity;
        }
        long there = capacity + 1;
        long absent = Math.max(2, there * 2);
        while (hasInteger(table, absent)) {
            there = absent;
            if (absent > Long.MAX_VALUE / 2) {
                return linearBorder(table);
            }
            absent *= 2;
        }
        while (absent - there > 1) {
            long middle = there + absent >>> 1;
            if (hasInteger(table, middle)) {
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
        while (inArray(table, n) || hasInteger(table, n)) {
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
        if (tag == Tag.INTEGER && inArray(table, payload)) {
            return (int) payload;
        }
        int node = findNode(table, keyOf(payload, tag), tag);
        if (node == State.EMPTY_NODE && tag >= Tag.FIRST_COLLECTABLE) {
            node = findDead(table, payload, tag);
        }
        return node == State.EMPTY_NODE
                ? -1
                : mem.getInt(table + Table.CAPACITY) + (node - mem.getInt(table + Table.NODES)) / Node.BYTES + 1;
    }

    private int findDead(int table, long payload, int tag) {
        int node = mainPosition(table, payload, tag);
        while (node != 0) {
            if (mem.getByte(node + Node.KEY_TAG) == Tag.DEAD_KEY && mem.getLong(node + Node.KEY) == payload) {
                return node;
            }
            node = mem.getInt(node + Node.NEXT);
        }
        return State.EMPTY_NODE;
    }

    private int advance(int table, int from, int keySlot) {
        int capacity = mem.getInt(table + Table.CAPACITY);
        int array = mem.getInt(table + Table.ARRAY);
        for (int i = from; i < capacity; i++) {
            int tag = elementTag(array, i + 1);
            if (tag != Tag.NIL) {
                putEntry(keySlot, i + 1, Tag.INTEGER, mem.getLong(array - 8 * (i + 1)), tag);
                return 1;
            }
        }
        return advanceNodes(table, Math.max(from, capacity) - capacity, keySlot);
    }

    private int advanceNodes(int table, int from, int keySlot) {
        int nodes = mem.getInt(table + Table.NODES);
        int end = nodes + (Node.BYTES << mem.getByte(table + Header.EXTRA2));
        for (int node = nodes + Node.BYTES * from; node < end; node += Node.BYTES) {
            int tag = nodeTag(node);
            if (tag != Tag.NIL) {
                int keyTag = mem.getByte(node + Node.KEY_TAG);
                putEntry(keySlot, keyPayload(node, keyTag), keyTag, mem.getLong(node + Node.VALUE), tag);
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
            return present(findShort(metatable, strings.name(event)));
        }
        if ((mem.getByte(metatable + Header.EXTRA) >> event & 1) != 0) {
            return State.EMPTY_NODE;
        }
        int node = present(findShort(metatable, strings.name(event)));
        if (node == State.EMPTY_NODE) {
            mem.putByte(metatable + Header.EXTRA, mem.getByte(metatable + Header.EXTRA) | 1 << event);
            return State.EMPTY_NODE;
        }
        return node;
    }

    /** A node with a value, not in doubt; EMPTY_NODE for one without. */
    private int present(int node) {
        int tag = nodeTag(node);
        if (tag == Tag.NIL) {
            return State.EMPTY_NODE;
        }
        if (mem.getByte(node + Node.VALUE_TAG) < 0) {
            collector.reinstate(node);
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
            int node = findShort(current, string);
            int tag = mem.getByte(node + Node.VALUE_TAG);
            if (tag != Tag.NIL) {
                return tag > Tag.NIL ? node : State.EMPTY_NODE;
            }
            int metatable = mem.getInt(current + Table.METATABLE);
            if (metatable == 0) {
                return State.EMPTY_NODE;
            }
            int index = findShort(metatable, strings.name(Name.INDEX));
            if (mem.getByte(index + Node.VALUE_TAG) != Tag.TABLE) {
                return State.EMPTY_NODE;
            }
            current = mem.getInt(index + Node.VALUE);
        }
        return State.EMPTY_NODE;
    }
}
