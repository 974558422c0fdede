package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;

/**
 * Removes dead entries from weak tables, once marking has shown what is dead.
 *
 * <p>In the atomic phase every weak table is in one of three lists: WEAK (values), EPHEMERON (keys), ALL_WEAK.
 */
public final class WeakTables {
    private final Memory mem;
    private final Marker marker;

    public WeakTables(Memory mem, Marker marker) {
        this.mem = mem;
        this.marker = marker;
    }

    /** The list for tables of a weak mode. */
    static int list(int mode) {
        return mode == WeakMode.KEYS ? State.EPHEMERON : mode == WeakMode.VALUES ? State.WEAK : State.ALL_WEAK;
    }

    /**
     * Removes entries with a dead value from the tables of a list, up to but without {@code end}.
     *
     * @return work done
     */
    public int clearValues(int list, int end) {
        int work = 0;
        for (int table = mem.getInt(list); table != end; table = marker.next(table)) {
            work += clearElements(table) + clearNodes(table, false);
        }
        return work;
    }

    /** Removes entries with a dead key from the tables of a list. */
    public int clearKeys(int list) {
        int work = 0;
        for (int table = mem.getInt(list); table != 0; table = marker.next(table)) {
            work += clearNodes(table, true);
        }
        return work;
    }

    /** Empties a list; what was in it is black. */
    public void release(int list) {
        while (mem.getInt(list) != 0) {
            marker.paint(marker.pop(list), Color.BLACK);
        }
    }

    private int clearElements(int table) {
        int array = mem.getInt(table + Table.ARRAY);
        int capacity = mem.getInt(table + Table.CAPACITY);
        for (int i = 0; i < capacity; i++) {
            if (isDead(mem.getByte(array + i), mem.getInt(array - 8 * (i + 1)))) {
                mem.putByte(array + i, Tag.NIL);
            }
        }
        return 8 * capacity;
    }

    private int clearNodes(int table, boolean byKey) {
        int first = mem.getInt(table + Table.NODES);
        if (first == State.EMPTY_NODE) {
            return 0;
        }
        int end = first + (Node.BYTES << mem.getByte(table + Header.EXTRA2));
        for (int node = first; node < end; node += Node.BYTES) {
            if (byKey) {
                clearByKey(node);
            } else {
                clearByValue(node);
            }
        }
        return end - first;
    }

    private void clearByValue(int node) {
        if (isDead(mem.getByte(node + Node.VALUE_TAG), mem.getInt(node + Node.VALUE))) {
            remove(node);
        }
    }

    private void clearByKey(int node) {
        if (mem.getByte(node + Node.VALUE_TAG) != Tag.NIL
                && isDead(mem.getByte(node + Node.KEY_TAG), mem.getInt(node + Node.KEY))) {
            marker.forget(node);
            remove(node);
        }
    }

    private void remove(int node) {
        mem.putByte(node + Node.VALUE_TAG, Tag.NIL);
        if (mem.getByte(node + Node.KEY_TAG) >= Tag.FIRST_COLLECTABLE) {
            mem.putByte(node + Node.KEY_TAG, Tag.DEAD_KEY);
        }
    }

    /** Strings are values for a weak table: they live, and so must be reached. */
    private boolean isDead(int tag, int object) {
        if (tag < Tag.FIRST_COLLECTABLE || !marker.isWhite(object)) {
            return false;
        }
        if (tag > Tag.LONG_STRING) {
            return true;
        }
        marker.mark(object);
        return false;
    }
}
