package dev.moonlift.runtime.kernel.table;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.memory.Memory;

/** How the parts of a table grow, and keys come from one to the other. */
public final class TableGrowth {
    private static final int FIRST_CAPACITY = 4;

    private final Memory mem;
    private final Collector collector;
    private final TableArray elements;
    private final TableHash nodes;

    public TableGrowth(Memory mem, Collector collector, TableArray elements, TableHash nodes) {
        this.mem = mem;
        this.collector = collector;
        this.elements = elements;
        this.nodes = nodes;
    }

    /** Whether a new integer key goes on where a dense array part ends. */
    boolean appends(int table, long key, int valueSlot) {
        int capacity = mem.getInt(table + Table.CAPACITY);
        return key == capacity + 1L
                && mem.getByte(valueSlot + Layout.TAG) != Tag.NIL
                && capacity < TableArray.MAX_CAPACITY
                && elements.isDense(table, capacity);
    }

    /** Makes room for the element behind the last. */
    void growArray(int table) {
        int capacity = mem.getInt(table + Table.CAPACITY);
        elements.resize(table, Math.max(FIRST_CAPACITY, 2 * capacity));
        if (mem.getInt(table + Table.NODES) != State.EMPTY_NODE) {
            moveToArray(table, capacity + 1);
        }
    }

    /** Makes room for elements 1 to {@code capacity} ahead of storing them. */
    void ensureCapacity(int table, int capacity) {
        int old = mem.getInt(table + Table.CAPACITY);
        if (capacity > old) {
            if (capacity > TableArray.MAX_CAPACITY) {
                throw Signal.OUT_OF_MEMORY;
            }
            elements.resize(table, capacity);
            mem.putInt(table + Table.BORDER, capacity);
            if (mem.getInt(table + Table.NODES) != State.EMPTY_NODE) {
                moveToArray(table, old + 1);
            }
        }
    }

    private void moveToArray(int table, int from) {
        int capacity = mem.getInt(table + Table.CAPACITY);
        for (int i = from; i <= capacity; i++) {
            int node = nodes.find(table, i, Tag.INTEGER);
            if (node != State.EMPTY_NODE) {
                elements.set(table, i, mem.getLong(node + Node.VALUE), mem.getByte(node + Node.VALUE_TAG));
                mem.putByte(node + Node.VALUE_TAG, Tag.NIL);
            }
        }
    }

    /**
     * Makes room for one more key: counts what there is, gives the array part the largest size of which more than half
     * is in use (manual of every Lua since 5.0), the hash part what remains.
     */
    void rehash(int table, long payload, int tag) {
        int oldCapacity = mem.getInt(table + Table.CAPACITY);
        int capacity = Math.max(oldCapacity, bestCapacity(table, payload, tag));
        int others = countOthers(table, capacity);
        boolean newInArray = tag == Tag.INTEGER && Long.compareUnsigned(payload - 1, capacity) < 0;
        if (!newInArray) {
            others++;
        }
        int log = others == 0 ? 0 : TableHash.logCeiling(others);
        if (log > TableHash.MAX_LOG_NODES) {
            throw Signal.OUT_OF_MEMORY;
        }
        int added = others == 0 ? State.EMPTY_NODE : nodes.allocate(log);
        if (capacity > oldCapacity) {
            growArrayOrUndo(table, capacity, added, log);
        }
        moveNodes(table, added, log);
    }

    private void growArrayOrUndo(int table, int capacity, int added, int log) {
        try {
            elements.resize(table, capacity);
        } catch (Signal full) {
            nodes.free(table, added, log);
            throw Signal.OUT_OF_MEMORY;
        }
    }

    private void moveNodes(int table, int added, int log) {
        int oldLog = mem.getByte(table + Header.EXTRA2);
        int oldNodes = mem.getInt(table + Table.NODES);
        mem.putInt(table + Table.NODES, added);
        mem.putByte(table + Header.EXTRA2, log);
        mem.putInt(table + Table.FILTER, 0);
        collector.nodesMove();
        for (int i = (1 << oldLog) - 1; i >= 0; i--) {
            moveNode(table, oldNodes + Node.BYTES * i);
        }
        nodes.free(table, oldNodes, oldLog);
    }

    private void moveNode(int table, int node) {
        int valueTag = mem.getByte(node + Node.VALUE_TAG);
        if (valueTag == Tag.NIL) {
            return;
        }
        int keyTag = mem.getByte(node + Node.KEY_TAG);
        long key = nodes.keyPayload(node, keyTag);
        if (keyTag == Tag.INTEGER && elements.covers(table, key)) {
            elements.set(table, (int) key, mem.getLong(node + Node.VALUE), valueTag);
        } else {
            int target = nodes.insert(table, key, keyTag);
            mem.putLong(target + Node.VALUE, mem.getLong(node + Node.VALUE));
            mem.putByte(target + Node.VALUE_TAG, valueTag);
            if (valueTag < 0) {
                collector.nodeMoved(node, target);
            }
        }
    }

    // --- counting ---

    /** Keys that stay in the hash part if the array part has that capacity. */
    private int countOthers(int table, int capacity) {
        int first = mem.getInt(table + Table.NODES);
        int end = first + (Node.BYTES << mem.getByte(table + Header.EXTRA2));
        int count = 0;
        for (int node = first; node < end; node += Node.BYTES) {
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

    /**
     * The largest power of two of which more than half the keys 1 to it are there, counting the new key. There are not
     * as many keys as the half of larger ones.
     */
    private int bestCapacity(int table, long payload, int tag) {
        mem.fill(State.HISTOGRAM, 0, 4 * State.HISTOGRAM_BINS);
        countNodes(table);
        if (tag == Tag.INTEGER) {
            countKey(payload);
        }
        int best = 0;
        int upTo = 0;
        int low = 0;
        int most = mem.getInt(table + Table.CAPACITY) + (1 << mem.getByte(table + Header.EXTRA2)) + 1;
        for (int log = 0; 1 << log <= TableArray.MAX_CAPACITY && 1 << log >> 1 < most; log++) {
            upTo += mem.getInt(State.HISTOGRAM + 4 * log) + elements.count(table, low, 1 << log);
            if (upTo > 1 << log >> 1) {
                best = 1 << log;
            }
            low = 1 << log;
        }
        return best;
    }

    private void countNodes(int table) {
        int first = mem.getInt(table + Table.NODES);
        int end = first + (Node.BYTES << mem.getByte(table + Header.EXTRA2));
        for (int node = first; node < end; node += Node.BYTES) {
            if (mem.getByte(node + Node.VALUE_TAG) != Tag.NIL && mem.getByte(node + Node.KEY_TAG) == Tag.INTEGER) {
                countKey(mem.getLong(node + Node.KEY));
            }
        }
    }

    /** Bin n counts the keys above 2^(n-1) up to 2^n. */
    private void countKey(long key) {
        if (key > 0 && key <= TableArray.MAX_CAPACITY) {
            int bin = State.HISTOGRAM + 4 * TableHash.logCeiling((int) key);
            mem.putInt(bin, mem.getInt(bin) + 1);
        }
    }
}
