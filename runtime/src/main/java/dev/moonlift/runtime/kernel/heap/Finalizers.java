package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.memory.Memory;

/**
 * Objects with finalizers.
 *
 * <pre>
 *   FINALIZERS:   | object, object, ...      | ... , object, object, ... , object, object, ... |
 *                 | in the order of marking  |   FIRST ^  due, in the    | separated, to come  |
 *                 | for finalization         |   order of the calls      | due behind them     |
 *                   capacity addresses         capacity addresses
 * </pre>
 *
 * They stay in the list of all objects, which a list of addresses apart from it makes possible: marking an object for
 * finalization costs the same however old it is, and the sweep knows one list. Both lists have room for all, so nothing
 * is allocated while objects become due.
 *
 * <p>Dead objects are separated, in parts, in the reverse order of marking for finalization: from the end of the first
 * list to its beginning, those that are kept move up to {@code SEPARATED_KEPT} and, when all are done, down together.
 */
public final class Finalizers {
    private static final int FIRST_CAPACITY = 16;
    private static final int MAX_CAPACITY = 1 << 27;
    /** Objects looked at in one go. */
    private static final int PART = 256;

    private final Memory mem;
    private final Heap heap;
    private final Marker marker;

    public Finalizers(Memory mem, Heap heap, Marker marker) {
        this.mem = mem;
        this.heap = heap;
        this.marker = marker;
    }

    // --- the two lists ---

    private int finalizable(int index) {
        return mem.getInt(State.FINALIZERS) + 4 * index;
    }

    private int due(int index) {
        return mem.getInt(State.FINALIZERS) + 4 * (mem.getInt(State.FINALIZER_CAPACITY) + index);
    }

    /** Marks an object for finalization, unless it is. Signal OUT_OF_MEMORY, nothing changed, if there is no room. */
    public void track(int object) {
        int mark = mem.getByte(object + Header.MARK);
        if ((mark & Color.FINALIZED) != 0) {
            return;
        }
        int count = mem.getInt(State.FINALIZABLE);
        int capacity = mem.getInt(State.FINALIZER_CAPACITY);
        if (count + mem.getInt(State.TO_FINALIZE) + mem.getInt(State.SEPARATED) >= capacity) {
            grow(capacity);
        }
        mem.putInt(finalizable(count), object);
        mem.putInt(State.FINALIZABLE, count + 1);
        mem.putByte(object + Header.MARK, mark | Color.FINALIZED);
    }

    private void grow(int capacity) {
        int newCapacity = Math.min(MAX_CAPACITY, Math.max(FIRST_CAPACITY, 2 * capacity));
        int old = mem.getInt(State.FINALIZERS);
        int storage = heap.allocate(newCapacity == capacity ? -1 : 8 * newCapacity);
        if (old != 0) {
            mem.copy(storage, old, 4 * capacity);
            mem.copy(storage + 4 * newCapacity, old + 4 * capacity, 4 * capacity);
            heap.free(old, 8 * capacity);
        }
        mem.putInt(State.FINALIZERS, storage);
        mem.putInt(State.FINALIZER_CAPACITY, newCapacity);
    }

    // --- marking ---

    public void startMarking() {
        mem.putInt(State.TO_FINALIZE_CURSOR, dueEnd());
    }

    private int dueEnd() {
        return mem.getInt(State.TO_FINALIZE_FIRST) + mem.getInt(State.TO_FINALIZE);
    }

    public boolean isMarking() {
        return mem.getInt(State.TO_FINALIZE) != 0
                && mem.getInt(State.TO_FINALIZE_CURSOR) > mem.getInt(State.TO_FINALIZE_FIRST);
    }

    /** Reaches some of the due objects, from the last to the first, which the guest meanwhile takes away. */
    public int markSome() {
        return markDownTo(mem.getInt(State.TO_FINALIZE_FIRST));
    }

    private int markDownTo(int end) {
        int from = mem.getInt(State.TO_FINALIZE_CURSOR);
        int to = Math.max(end, from - PART);
        for (int i = from - 1; i >= to; i--) {
            marker.mark(mem.getInt(due(i)));
        }
        mem.putInt(State.TO_FINALIZE_CURSOR, to);
        return Sweeper.OBJECT * (from - to);
    }

    // --- becoming due ---

    public void startSeparating() {
        moveDueToStart();
        mem.putInt(State.TO_FINALIZE_CURSOR, mem.getInt(State.FINALIZABLE));
        mem.putInt(State.SEPARATED_KEPT, mem.getInt(State.FINALIZABLE));
    }

    public boolean isSeparating() {
        return mem.getInt(State.TO_FINALIZE_CURSOR) != 0;
    }

    /** Takes some of the dead objects out of the first list. */
    public int separateSome() {
        int from = mem.getInt(State.TO_FINALIZE_CURSOR);
        int to = Math.max(0, from - PART);
        for (int i = from - 1; i >= to; i--) {
            separate(mem.getInt(finalizable(i)));
        }
        mem.putInt(State.TO_FINALIZE_CURSOR, to);
        if (to == 0) {
            closeGap();
        }
        return Sweeper.OBJECT * (from - to);
    }

    private void separate(int object) {
        if (marker.isDead(object)) {
            int count = mem.getInt(State.SEPARATED);
            mem.putInt(due(dueEnd() + count), object);
            mem.putInt(State.SEPARATED, count + 1);
        } else {
            int kept = mem.getInt(State.SEPARATED_KEPT) - 1;
            mem.putInt(finalizable(kept), object);
            mem.putInt(State.SEPARATED_KEPT, kept);
        }
    }

    /** Below the objects that are kept, and those marked for finalization meanwhile, there is nothing left. */
    private void closeGap() {
        int kept = mem.getInt(State.SEPARATED_KEPT);
        int count = mem.getInt(State.FINALIZABLE) - kept;
        mem.copy(finalizable(0), finalizable(kept), 4 * count);
        mem.putInt(State.FINALIZABLE, count);
    }

    public void startReviving() {
        mem.putInt(State.TO_FINALIZE_CURSOR, dueEnd() + mem.getInt(State.SEPARATED));
    }

    public boolean isReviving() {
        return mem.getInt(State.SEPARATED) != 0 && mem.getInt(State.TO_FINALIZE_CURSOR) > dueEnd();
    }

    /** Reaches some of the separated objects. */
    public int reviveSome() {
        return markDownTo(dueEnd());
    }

    /** Makes the separated objects due. */
    public void release() {
        mem.putInt(State.TO_FINALIZE, mem.getInt(State.TO_FINALIZE) + mem.getInt(State.SEPARATED));
        mem.putInt(State.SEPARATED, 0);
    }

    /** Makes everything due: the state is about to be closed. Nothing may be separated. */
    public void makeAllDue() {
        moveDueToStart();
        for (int i = mem.getInt(State.FINALIZABLE) - 1; i >= 0; i--) {
            makeDue(mem.getInt(finalizable(i)));
        }
        mem.putInt(State.FINALIZABLE, 0);
        startMarking();
    }

    private void moveDueToStart() {
        int first = mem.getInt(State.TO_FINALIZE_FIRST);
        if (first != 0) {
            mem.copy(due(0), due(first), 4 * mem.getInt(State.TO_FINALIZE));
            mem.putInt(State.TO_FINALIZE_FIRST, 0);
        }
    }

    /** The due objects begin at index 0. */
    private void makeDue(int object) {
        int count = mem.getInt(State.TO_FINALIZE);
        mem.putInt(due(count), object);
        mem.putInt(State.TO_FINALIZE, count + 1);
    }

    /** Takes the next due object, which becomes an ordinary one; 0 if none is due. */
    public int next() {
        int count = mem.getInt(State.TO_FINALIZE) - 1;
        if (count < 0) {
            return 0;
        }
        int first = mem.getInt(State.TO_FINALIZE_FIRST);
        int object = mem.getInt(due(first));
        mem.putInt(State.TO_FINALIZE, count);
        mem.putInt(State.TO_FINALIZE_FIRST, count + mem.getInt(State.SEPARATED) == 0 ? 0 : first + 1);
        mem.putByte(object + Header.MARK, mem.getByte(object + Header.MARK) & ~Color.FINALIZED);
        return object;
    }
}
