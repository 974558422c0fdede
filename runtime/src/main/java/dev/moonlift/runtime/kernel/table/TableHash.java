package dev.moonlift.runtime.kernel.table;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * The hash part of tables, for keys that the array part does not cover: a chained scatter table with Brent's variation,
 * see {@link Layout.Node}. A lookup answers the address of a node, or {@link State#EMPTY_NODE}, whose value is nil,
 * when the key is absent.
 */
public final class TableHash {
    static final int MAX_LOG_NODES = 26;

    private final Memory mem;
    private final Heap heap;
    private final Collector collector;
    private final Strings strings;

    public TableHash(Memory mem, Heap heap, Collector collector, Strings strings) {
        this.mem = mem;
        this.heap = heap;
        this.collector = collector;
        this.strings = strings;
    }

    // --- storage ---

    /** Binary logarithm of how many nodes it takes for so many keys. */
    static int logCeiling(int count) {
        return count <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
    }

    /** Of storage for 2^log nodes. */
    static int bytes(int log) {
        return Node.STORAGE_HEADER + (Node.BYTES << log);
    }

    /** The first of 2^log new nodes. */
    int allocate(int log) {
        int bytes = bytes(log);
        int nodes = heap.allocate(bytes) + Node.STORAGE_HEADER;
        mem.fill(nodes, 0, bytes - Node.STORAGE_HEADER);
        mem.putInt(nodes + Node.FREE_POINTER, nodes + (Node.BYTES << log));
        return nodes;
    }

    /** Prepares nodes, up to an address, without their values. */
    void clear(int nodes, int end) {
        mem.putLong(nodes - Node.STORAGE_HEADER, end);
        for (int node = nodes; node < end; node += Node.BYTES) {
            mem.putLong(node + Node.KEY, 0);
            mem.putLong(node + Node.VALUE_TAG, 0);
        }
    }

    /** Lets go of nodes, unless they lie in the table or there are none. */
    void free(int table, int nodes, int log) {
        if (nodes != State.EMPTY_NODE && !Table.isInline(table, nodes)) {
            heap.free(nodes - Node.STORAGE_HEADER, bytes(log));
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

    /** The node of any key; floats must not have an integer value. */
    int find(int table, long payload, int tag) {
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

    /** The node of an object as key that the collector has freed. */
    int findDead(int table, long payload, int tag) {
        int node = mainPosition(table, payload, tag);
        while (node != 0) {
            if (mem.getByte(node + Node.KEY_TAG) == Tag.DEAD_KEY && mem.getLong(node + Node.KEY) == payload) {
                return node;
            }
            node = mem.getInt(node + Node.NEXT);
        }
        return State.EMPTY_NODE;
    }

    /** Whether an integer outside the array part has a value. */
    boolean hasInteger(int table, long key) {
        return tag(find(table, key, Tag.INTEGER)) != Tag.NIL;
    }

    /** The tag of a node's value, NIL if the collector has found the entry dead. */
    int tag(int node) {
        int tag = mem.getByte(node + Node.VALUE_TAG);
        return tag < 0 ? collector.nodeTag(node) : tag;
    }

    /** A node with a value, not in doubt; EMPTY_NODE for one without. */
    int present(int node) {
        int tag = tag(node);
        if (tag == Tag.NIL) {
            return State.EMPTY_NODE;
        }
        if (mem.getByte(node + Node.VALUE_TAG) < 0) {
            collector.reinstate(node);
        }
        return node;
    }

    /** The payload of a node's key, whose tag that is. */
    long keyPayload(int node, int tag) {
        return tag >= Tag.FIRST_COLLECTABLE ? mem.getInt(node + Node.KEY) : mem.getLong(node + Node.KEY);
    }

    // --- insertion: chained scatter, Brent's variation ---

    /**
     * A node for a key that is not there yet; EMPTY_NODE when the hash part is full. A node whose value is nil is taken
     * over where it stands, and stays in whatever chain it was in: its new key is found there, at its main position.
     */
    @Inline
    int insert(int table, long payload, int tag) {
        int main = mainPosition(table, payload, tag);
        if (main == State.EMPTY_NODE) {
            return State.EMPTY_NODE;
        }
        if (tag == Tag.SHORT_STRING) {
            addToFilter(table, (int) payload);
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

    @Inline
    private void addToFilter(int table, int string) {
        int bit = Table.filterBit(mem.getInt(string + Str.HASH));
        mem.putInt(table + Table.FILTER, mem.getInt(table + Table.FILTER) | bit);
    }

    /** Whether a short string may be among a table's keys. */
    @Inline
    boolean mayHave(int table, int string) {
        return (mem.getInt(table + Table.FILTER) & Table.filterBit(mem.getInt(string + Str.HASH))) != 0;
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
}
