package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;

/**
 * Entries of weak tables that are in doubt: they hold weakly what marking had not reached when it visited them. The
 * package's description tells how they are settled.
 *
 * <p>In doubt is the tag of the value, by its sign: so a reader who looks whether there is a value at all notices, at
 * no cost. Tables with such entries are in two lists: in WEAK if they hold values weakly, else in EPHEMERON.
 */
public final class WeakTables {
    private final Memory mem;
    private final Marker marker;

    public WeakTables(Memory mem, Marker marker) {
        this.mem = mem;
        this.marker = marker;
    }

    /** The list for tables of a weak mode. What is revived is of no concern to values: all of it waits for the keys. */
    int list(int mode) {
        boolean values = (mode & WeakMode.VALUES) != 0;
        return values && mem.getInt(State.GC_PHASE) <= Phase.ATOMIC ? State.WEAK : State.EPHEMERON;
    }

    // --- what the guest sees of an entry in doubt ---

    /** The tag of an element in doubt, NIL if it is gone. */
    public int elementTag(int tag, int object) {
        int phase = mem.getInt(State.GC_PHASE);
        boolean seen = phase <= Phase.ATOMIC || phase == Phase.CLEARING_VALUES && !marker.isDead(object);
        return seen ? tag & ~Tag.IN_DOUBT : Tag.NIL;
    }

    /** The tag of the value of a node in doubt, NIL if the entry is gone. */
    public int nodeTag(int node) {
        int phase = mem.getInt(State.GC_PHASE);
        boolean seen =
                phase <= Phase.ATOMIC || phase == Phase.CLEARING_VALUES && !hasDeadValue(node) && !hasDeadKey(node);
        return seen ? valueTag(node) : Tag.NIL;
    }

    private int valueTag(int node) {
        return mem.getByte(node + Node.VALUE_TAG) & ~Tag.IN_DOUBT;
    }

    private boolean hasDeadValue(int node) {
        return valueTag(node) >= Tag.FIRST_COLLECTABLE && marker.isDead(mem.getInt(node + Node.VALUE));
    }

    private boolean hasDeadKey(int node) {
        return mem.getByte(node + Node.KEY_TAG) >= Tag.FIRST_COLLECTABLE && marker.isDead(mem.getInt(node + Node.KEY));
    }

    // --- coming into doubt ---

    /** Visits an element, whose tag is at an address, that is held weakly. Strings are values (manual, §2.5.4). */
    void visitElement(int tagAddress, int object) {
        if (marker.isWhite(object)) {
            int tag = mem.getByte(tagAddress);
            if (tag <= Tag.LONG_STRING) {
                marker.mark(object);
            } else {
                mem.putByte(tagAddress, tag | Tag.IN_DOUBT);
                noteDoubt();
            }
        }
    }

    /** Visits the key of an entry that holds it weakly. */
    void visitKey(int node) {
        int tag = mem.getByte(node + Node.KEY_TAG);
        if (tag >= Tag.FIRST_COLLECTABLE) {
            int key = mem.getInt(node + Node.KEY);
            if (tag <= Tag.LONG_STRING) {
                marker.mark(key);
            } else if (marker.isWhite(key)) {
                mem.putByte(node + Node.VALUE_TAG, mem.getByte(node + Node.VALUE_TAG) | Tag.IN_DOUBT);
                noteDoubt();
            }
        }
    }

    void noteDoubt() {
        mem.putInt(State.SAW_DOUBT, 1);
    }

    // --- settling ---

    /** Visits an element in doubt of a table that has become strong. */
    void reinstateElement(int tagAddress, int object) {
        mem.putByte(tagAddress, mem.getByte(tagAddress) & ~Tag.IN_DOUBT);
        marker.mark(object);
    }

    /** Takes an entry that is seen, or is of a table that has become strong, out of doubt. */
    void reinstateNode(int node) {
        marker.leave(node);
        mem.putByte(node + Node.VALUE_TAG, valueTag(node));
    }

    /** Settles elements in doubt, with indices from {@code from}, counted from 0, up to but without {@code to}. */
    void clearElements(int table, int from, int to) {
        int array = mem.getInt(table + Table.ARRAY);
        for (int i = from; i < to; i++) {
            int tag = mem.getByte(array + i);
            if (tag < 0) {
                boolean isDead = marker.isDead(mem.getInt(array - 8 * (i + 1)));
                mem.putByte(array + i, isDead ? Tag.NIL : tag & ~Tag.IN_DOUBT);
            }
        }
    }

    /** Settles the nodes in doubt of a range; while values are cleared, those with a dead key stay in doubt. */
    void clearNodes(int from, int to) {
        for (int node = from; node < to; node += Node.BYTES) {
            if (mem.getByte(node + Node.VALUE_TAG) < 0) {
                clearNode(node);
            }
        }
    }

    private void clearNode(int node) {
        boolean hasDeadKey = hasDeadKey(node);
        if (hasDeadValue(node) || hasDeadKey && mem.getInt(State.GC_PHASE) == Phase.CLEARING_KEYS) {
            remove(node);
        } else if (hasDeadKey) {
            noteDoubt();
        } else {
            mem.putByte(node + Node.VALUE_TAG, valueTag(node));
        }
    }

    private void remove(int node) {
        marker.forget(node);
        mem.putByte(node + Node.VALUE_TAG, Tag.NIL);
        if (mem.getByte(node + Node.KEY_TAG) >= Tag.FIRST_COLLECTABLE) {
            mem.putByte(node + Node.KEY_TAG, Tag.DEAD_KEY);
        }
    }
}
