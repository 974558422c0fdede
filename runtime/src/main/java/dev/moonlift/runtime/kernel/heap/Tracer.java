package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.LocalInfo;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Layout.UpvalueInfo;
import dev.moonlift.runtime.kernel.Layout.Userdata;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * Visits gray objects: reaches what they refer to.
 *
 * <p>A long table, stack or list of constants is visited in parts, between which the guest runs. It is TRAVERSED then,
 * black already, so that stores into what has been visited meet the barrier. What moves inside it without a store, and
 * how that is found:
 *
 * <ul>
 *   <li>Arrays and stacks grow: places in them are remembered by index, not by address. An array that shrank is treated
 *       as a rehash.
 *   <li>A rehash makes a new hash part, which has lost the stamp that the visit put before its nodes: visited again
 *       later, since a guest that rehashes without end must not keep marking from its end.
 *   <li>An insertion moves a node that is in the way to a free one. Free nodes are taken from FREE_POINTER downwards,
 *       so the nodes that this pointer has passed since are visited once more at the end.
 *   <li>A coroutine that runs meanwhile is visited again at the end of marking, from its {@link StackGuard} on.
 * </ul>
 *
 * Of a weak table, what it holds strongly is reached. Entries that hold something white weakly come into doubt, and the
 * table into a list of such tables, whose entries {@link #clear} settles: a visit like others, in parts.
 */
public final class Tracer {
    /** Offset in the storage of nodes, in the otherwise unused half of its header; 0 in new storage. */
    public static final int STAMP = 4;

    private static final int STAMPED = 0x7AB1E;
    /** Array elements, nodes or slots of one part. */
    private static final int PART = 2048;
    /** Bits that are in no tag below FIRST_COLLECTABLE, for eight tags. */
    private static final long NOT_PLAIN = 0x0101010101010101L * (0xFF & -Tag.FIRST_COLLECTABLE);
    /** In TRAVERSED_MODE instead of a weak mode: entries in doubt are settled, nothing is marked. */
    private static final int CLEARING = 4;
    /** A table that the guest rehashes as often as this while its entries are settled has the rest done at once. */
    private static final int MOST_BEGINNINGS = 16;

    private final Memory mem;
    private final Marker marker;
    private final WeakMode weakMode;
    private final WeakTables weakTables;
    private final StackGuard stackGuard;

    public Tracer(Memory mem, Marker marker, WeakMode weakMode, WeakTables weakTables, StackGuard stackGuard) {
        this.mem = mem;
        this.marker = marker;
        this.weakMode = weakMode;
        this.weakTables = weakTables;
        this.stackGuard = stackGuard;
    }

    private boolean isMarking() {
        return mem.getInt(State.GC_PHASE) == Phase.MARKING;
    }

    /** Whether there is anything to visit. */
    public boolean hasWork() {
        return (mem.getInt(State.TRAVERSED) | mem.getInt(State.GRAY) | mem.getInt(State.AWAKE)) != 0;
    }

    /** Visits an object, or part of one, and returns the work done. */
    public int visit() {
        int object = mem.getInt(State.TRAVERSED);
        if (object != 0) {
            return proceed(object);
        }
        if (mem.getInt(State.AWAKE) != 0) {
            marker.markAwake();
            return Node.BYTES;
        }
        return begin(marker.pop(State.GRAY));
    }

    /** Visits objects until so much work is done, or nothing is left to visit; returns the work done. */
    public int visitSome(int enough) {
        int work = 0;
        do {
            work += visit();
        } while (work < enough && hasWork());
        return work;
    }

    /** Settles the entries in doubt of the first table of a list, or begins to; {@link #visit} goes on. */
    public int clear(int list) {
        int table = marker.pop(list);
        mem.putInt(State.CLEARED_ANEW, 0);
        return beginEntries(table, CLEARING);
    }

    /** Visits all that is gray. */
    public int visitAll() {
        long work = 0;
        while (hasWork()) {
            work += visit();
        }
        return (int) Math.min(work, Integer.MAX_VALUE);
    }

    private int begin(int object) {
        marker.paint(object, Color.BLACK);
        return mem.getByte(object + Header.KIND) == Tag.TABLE ? beginTable(object) : beginOther(object);
    }

    private int beginOther(int object) {
        return switch (mem.getByte(object + Header.KIND)) {
            case Tag.CLOSURE -> visitClosure(object);
            case Tag.BUILTIN_CLOSURE -> visitBuiltinClosure(object);
            case Tag.USERDATA -> visitUserdata(object);
            case Tag.COROUTINE -> beginCoroutine(object);
            default -> beginPrototype(object);
        };
    }

    private int proceed(int object) {
        return switch (mem.getByte(object + Header.KIND)) {
            case Tag.TABLE -> proceedTable(object);
            case Tag.COROUTINE -> proceedCoroutine(object);
            default -> proceedPrototype(object);
        };
    }

    private void startParts(int object) {
        mem.putInt(State.TRAVERSED, object);
        mem.putInt(State.TRAVERSED_INDEX, 0);
    }

    private int finish() {
        mem.putInt(State.TRAVERSED, 0);
        return 0;
    }

    // --- small objects ---

    private int visitClosure(int closure) {
        int count = mem.getUnsignedByte(closure + Header.EXTRA);
        marker.mark(mem.getInt(closure + Closure.PROTOTYPE));
        for (int i = 0; i < count; i++) {
            marker.markUpvalue(mem.getInt(closure + Closure.UPVALUES + 4 * i));
        }
        return Closure.UPVALUES + Upvalue.BYTES * count;
    }

    private int visitBuiltinClosure(int closure) {
        int count = mem.getUnsignedByte(closure + Header.EXTRA);
        markSlots(closure + BuiltinClosure.UPVALUES, closure + BuiltinClosure.UPVALUES + Layout.SLOT * count);
        return BuiltinClosure.UPVALUES + Layout.SLOT * count;
    }

    private int visitUserdata(int userdata) {
        marker.mark(mem.getInt(userdata + Userdata.METATABLE));
        marker.markSlot(userdata + Userdata.VALUE);
        return Userdata.PAYLOAD;
    }

    private void markSlots(int from, int to) {
        for (int slot = from; slot < to; slot += Layout.SLOT) {
            marker.markSlot(slot);
        }
    }

    // --- prototypes: constants in parts ---

    private int beginPrototype(int prototype) {
        int children = mem.getInt(prototype + Prototype.CHILD_COUNT);
        int upvalues = mem.getInt(prototype + Prototype.UPVALUE_COUNT);
        int locals = mem.getInt(prototype + Prototype.LOCAL_COUNT);
        marker.mark(mem.getInt(prototype + Prototype.SOURCE));
        markEach(mem.getInt(prototype + Prototype.CHILDREN), children, 4);
        markEach(mem.getInt(prototype + Prototype.UPVALUES) + UpvalueInfo.NAME, upvalues, UpvalueInfo.BYTES);
        markEach(mem.getInt(prototype + Prototype.LOCALS) + LocalInfo.NAME, locals, LocalInfo.BYTES);
        startParts(prototype);
        return Prototype.BYTES + Layout.SLOT * (children + upvalues + locals);
    }

    private void markEach(int first, int count, int distance) {
        for (int i = 0; i < count; i++) {
            marker.mark(mem.getInt(first + distance * i));
        }
    }

    private int proceedPrototype(int prototype) {
        int index = mem.getInt(State.TRAVERSED_INDEX);
        int count = Math.min(PART, mem.getInt(prototype + Prototype.CONSTANT_COUNT) - index);
        if (count <= 0) {
            return finish();
        }
        int from = mem.getInt(prototype + Prototype.CONSTANTS) + Layout.SLOT * index;
        markSlots(from, from + Layout.SLOT * count);
        mem.putInt(State.TRAVERSED_INDEX, index + count);
        return Layout.SLOT * count;
    }

    // --- coroutines: their open upvalues, then their stacks, in parts ---

    /**
     * A coroutine that may run without being resumed, because it runs or waits for one that it resumed, is visited
     * again in the atomic phase. Others are then only if {@link Collector#coroutineResumed} said so.
     */
    private int beginCoroutine(int coroutine) {
        marker.mark(mem.getInt(coroutine + Coroutine.RESUMER));
        int unchanged = stackGuard.unchangedBytes(coroutine);
        if (isMarking()) {
            stackGuard.place(coroutine);
            if (isActive(coroutine)) {
                marker.pushGray(State.GRAY_AGAIN, coroutine);
            }
        }
        startParts(coroutine);
        mem.putInt(State.TRAVERSED_INDEX, unchanged);
        mem.putInt(State.TRAVERSED_UPVALUE, mem.getInt(coroutine + Coroutine.OPEN_UPVALUES));
        return Coroutine.BYTES;
    }

    private boolean isActive(int coroutine) {
        return coroutine == mem.getInt(State.COROUTINE)
                || coroutine == mem.getInt(State.MAIN)
                || mem.getInt(coroutine + Coroutine.RESUMER) != 0;
    }

    private int proceedCoroutine(int coroutine) {
        if (mem.getInt(State.TRAVERSED_UPVALUE) != 0) {
            return proceedUpvalues(coroutine);
        }
        int from = mem.getInt(coroutine + Coroutine.STACK) + mem.getInt(State.TRAVERSED_INDEX);
        int limit = liveEnd(coroutine);
        if (from < limit) {
            int to = Math.min(limit, from + Layout.SLOT * PART);
            markSlots(from, to);
            mem.putInt(State.TRAVERSED_INDEX, to - mem.getInt(coroutine + Coroutine.STACK));
            return to - from;
        }
        if (marker.isBlack(coroutine)) {
            clearStack(coroutine, limit);
        }
        return finish();
    }

    /**
     * Open upvalues from the top of the stack down to where nothing has changed since they were visited. If the one to
     * go on with has been closed meanwhile, so have all above it.
     */
    private int proceedUpvalues(int coroutine) {
        int end = mem.getInt(coroutine + Coroutine.STACK) + mem.getInt(State.TRAVERSED_INDEX);
        int upvalue = mem.getInt(State.TRAVERSED_UPVALUE);
        if (mem.getInt(upvalue + Upvalue.SLOT_ADDRESS) == upvalue + Upvalue.CLOSED) {
            upvalue = mem.getInt(coroutine + Coroutine.OPEN_UPVALUES);
        }
        int count = 0;
        while (upvalue != 0 && count < PART && mem.getInt(upvalue + Upvalue.SLOT_ADDRESS) >= end) {
            marker.markUpvalue(upvalue);
            upvalue = mem.getInt(upvalue + Upvalue.NEXT_OPEN);
            count++;
        }
        mem.putInt(State.TRAVERSED_UPVALUE, count < PART ? 0 : upvalue);
        return Upvalue.BYTES * count;
    }

    /**
     * Sets the slots above the live ones to nil. Since each stack is visited to its end in every cycle after it last
     * ran, no slot ever holds the address of an object that was freed.
     */
    private void clearStack(int coroutine, int limit) {
        int end = mem.getInt(coroutine + Coroutine.STACK_END);
        if (limit < end) {
            mem.fill(limit, Tag.NIL, end - limit);
        }
    }

    /** The first slot above those that may be used again. */
    private int liveEnd(int coroutine) {
        if (coroutine != mem.getInt(State.COROUTINE)) {
            return within(coroutine, mem.getInt(coroutine + Coroutine.TOP));
        }
        int frame = mem.getInt(State.FRAME);
        int top = within(coroutine, mem.getInt(State.TOP));
        return Math.max(top, within(coroutine, frame == 0 ? 0 : mem.getInt(frame + Frame.TOP)));
    }

    /** A slot address, if it is one of the stack, else the stack's beginning. */
    private int within(int coroutine, int slot) {
        int stack = mem.getInt(coroutine + Coroutine.STACK);
        return slot >= stack && slot <= mem.getInt(coroutine + Coroutine.STACK_END) ? slot : stack;
    }

    // --- tables: array, then nodes ---

    private int beginTable(int table) {
        int metatable = mem.getInt(table + Table.METATABLE);
        if (metatable == 0) {
            return beginStrongEntries(table);
        }
        marker.mark(metatable);
        int mode = weakMode.of(table);
        return mode == WeakMode.STRONG ? beginStrongEntries(table) : beginEntries(table, mode);
    }

    /** As {@link #beginEntries}, for most tables. No entry is left in doubt. */
    private int beginStrongEntries(int table) {
        int capacity = mem.getInt(table + Table.CAPACITY);
        int first = mem.getInt(table + Table.NODES);
        int nodes = first == State.EMPTY_NODE ? 0 : 1 << mem.getByte(table + Header.EXTRA2);
        if (capacity + nodes > PART) {
            startTable(table, WeakMode.STRONG);
            return Table.BYTES;
        }
        visitStrongElements(mem.getInt(table + Table.ARRAY), 0, capacity);
        visitStrongNodes(first, first + Node.BYTES * nodes);
        return Table.BYTES + Layout.SLOT * capacity + Node.BYTES * nodes;
    }

    private int beginEntries(int table, int mode) {
        mem.putInt(State.SAW_DOUBT, 0);
        int capacity = mem.getInt(table + Table.CAPACITY);
        int nodes = nodeCount(table);
        if (capacity + nodes > PART) {
            startTable(table, mode);
            return Table.BYTES;
        }
        visitEntries(table, mode);
        endTable(table, mode);
        return Table.BYTES + Layout.SLOT * capacity + Node.BYTES * nodes;
    }

    /** All entries of a table in one go. */
    private void visitEntries(int table, int mode) {
        visitElements(table, 0, mem.getInt(table + Table.CAPACITY), mode);
        int first = mem.getInt(table + Table.NODES);
        visitNodes(first, first + Node.BYTES * nodeCount(table), mode);
    }

    /** After the visit of a table. One that is gray again will be visited again. */
    private void endTable(int table, int mode) {
        if (mem.getInt(State.SAW_DOUBT) != 0 && marker.isBlack(table)) {
            marker.enlist(mode == CLEARING ? State.EPHEMERON : weakTables.list(mode), table);
        }
    }

    private int nodeCount(int table) {
        return mem.getInt(table + Table.NODES) == State.EMPTY_NODE ? 0 : 1 << mem.getByte(table + Header.EXTRA2);
    }

    private void startTable(int table, int mode) {
        startParts(table);
        int nodes = mem.getInt(table + Table.NODES);
        int end = nodes + Node.BYTES * nodeCount(table);
        mem.putInt(State.TRAVERSED_MODE, mode);
        mem.putInt(State.SAW_DOUBT, 0);
        mem.putInt(State.TRAVERSED_CAPACITY, mem.getInt(table + Table.CAPACITY));
        mem.putInt(State.TRAVERSED_NODES, nodes);
        mem.putInt(State.TRAVERSED_NODE, nodes);
        mem.putInt(State.TRAVERSED_END, end);
        mem.putInt(State.TRAVERSED_FREE, freePointer(nodes));
        if (nodes != State.EMPTY_NODE) {
            mem.putInt(nodes - Node.STORAGE_HEADER + STAMP, STAMPED);
        }
    }

    private int freePointer(int nodes) {
        return nodes == State.EMPTY_NODE ? nodes : mem.getInt(nodes + Node.FREE_POINTER);
    }

    private int proceedTable(int table) {
        int mode = mem.getInt(State.TRAVERSED_MODE);
        if (hasMoved(table)) {
            return mode == CLEARING ? clearAnew(table) : visitLater(table);
        }
        int capacity = mem.getInt(table + Table.CAPACITY);
        mem.putInt(State.TRAVERSED_CAPACITY, capacity);
        if (mem.getInt(State.TRAVERSED_INDEX) < capacity) {
            return proceedElements(table, capacity, mode);
        }
        if (mem.getInt(State.TRAVERSED_NODE) < mem.getInt(State.TRAVERSED_END)) {
            return proceedNodes(mode);
        }
        if (returnToMoved()) {
            return Node.BYTES;
        }
        endTable(table, mode);
        return finish();
    }

    private boolean hasMoved(int table) {
        int nodes = mem.getInt(table + Table.NODES);
        return nodes != mem.getInt(State.TRAVERSED_NODES)
                || nodes != State.EMPTY_NODE && mem.getInt(nodes - Node.STORAGE_HEADER + STAMP) != STAMPED
                || mem.getInt(table + Table.CAPACITY) < mem.getInt(State.TRAVERSED_CAPACITY);
    }

    private int visitLater(int table) {
        if (marker.isBlack(table)) {
            marker.pushGray(State.GRAY_AGAIN, table);
        }
        return finish();
    }

    private int clearAnew(int table) {
        int times = mem.getInt(State.CLEARED_ANEW) + 1;
        mem.putInt(State.CLEARED_ANEW, times);
        startTable(table, CLEARING);
        if (times < MOST_BEGINNINGS) {
            return Table.BYTES;
        }
        visitEntries(table, CLEARING);
        endTable(table, CLEARING);
        finish();
        return Layout.SLOT * mem.getInt(table + Table.CAPACITY) + Node.BYTES * nodeCount(table);
    }

    private int proceedElements(int table, int capacity, int mode) {
        int from = mem.getInt(State.TRAVERSED_INDEX);
        int to = Math.min(capacity, from + PART);
        visitElements(table, from, to, mode);
        mem.putInt(State.TRAVERSED_INDEX, to);
        return Layout.SLOT * (to - from);
    }

    private int proceedNodes(int mode) {
        int from = mem.getInt(State.TRAVERSED_NODE);
        int to = Math.min(mem.getInt(State.TRAVERSED_END), from + Node.BYTES * PART);
        visitNodes(from, to, mode);
        mem.putInt(State.TRAVERSED_NODE, to);
        return to - from;
    }

    /** Sets out for the nodes that may have taken in others since the visit of them began. */
    private boolean returnToMoved() {
        int nodes = mem.getInt(State.TRAVERSED_NODES);
        int free = freePointer(nodes);
        int before = mem.getInt(State.TRAVERSED_FREE);
        if (free >= before) {
            return false;
        }
        mem.putInt(State.TRAVERSED_NODE, free);
        mem.putInt(State.TRAVERSED_END, before);
        mem.putInt(State.TRAVERSED_FREE, free);
        return true;
    }

    // --- visits out of turn ---

    /** Takes all entries of a black weak table out of doubt, since it may be weak no longer. */
    public void metatableChanges(int table) {
        if (weakMode.of(table) == WeakMode.STRONG) {
            return;
        }
        visitEntries(table, WeakMode.STRONG);
        if (mem.getInt(State.TRAVERSED) == table) {
            visitLater(table);
        }
    }

    /** Elements have come to places of the table that is TRAVERSED from others: the visit may miss them. */
    public void visitMoved(int table, int from, int to) {
        int mode = mem.getInt(State.TRAVERSED_MODE);
        visitElements(table, from, to, mode);
    }

    // --- entries of tables ---

    /** Elements with indices from {@code from}, counted from 0, up to but without {@code to}. */
    private void visitElements(int table, int from, int to, int mode) {
        if (mode == WeakMode.STRONG) {
            visitStrongElements(mem.getInt(table + Table.ARRAY), from, to);
        } else if (mode == CLEARING) {
            weakTables.clearElements(table, from, to);
        } else {
            visitWeakElements(mem.getInt(table + Table.ARRAY), from, to, mode);
        }
    }

    @Inline
    private void visitStrongElements(int array, int from, int to) {
        int i = from;
        while (i < to) {
            int tag = mem.getByte(array + i);
            if (tag >= Tag.FIRST_COLLECTABLE) {
                marker.mark(mem.getInt(array - 8 * (i + 1)));
            } else if (tag < 0) {
                weakTables.reinstateElement(array + i, mem.getInt(array - 8 * (i + 1)));
            } else if (i + Long.BYTES <= to && (mem.getLong(array + i) & NOT_PLAIN) == 0) {
                i += Long.BYTES - 1;
            }
            i++;
        }
    }

    private void visitWeakElements(int array, int from, int to, int mode) {
        boolean weak = (mode & WeakMode.VALUES) != 0;
        for (int i = from; i < to; i++) {
            int tag = mem.getByte(array + i);
            if (tag < 0) {
                weakTables.noteDoubt();
            } else if (tag >= Tag.FIRST_COLLECTABLE) {
                visitElement(array + i, mem.getInt(array - 8 * (i + 1)), weak);
            }
        }
    }

    private void visitElement(int tagAddress, int object, boolean weak) {
        if (weak) {
            weakTables.visitElement(tagAddress, object);
        } else {
            marker.mark(object);
        }
    }

    private void visitNodes(int from, int to, int mode) {
        if (mode == WeakMode.STRONG) {
            visitStrongNodes(from, to);
        } else if (mode == CLEARING) {
            weakTables.clearNodes(from, to);
        } else {
            visitWeakNodes(from, to, mode);
        }
    }

    @Inline
    private void visitStrongNodes(int from, int to) {
        for (int node = from; node < to; node += Node.BYTES) {
            int tag = mem.getByte(node + Node.VALUE_TAG);
            if (tag == Tag.NIL) {
                buryKey(node);
            } else {
                visitNode(node, tag);
            }
        }
    }

    private void visitWeakNodes(int from, int to, int mode) {
        for (int node = from; node < to; node += Node.BYTES) {
            int tag = mem.getByte(node + Node.VALUE_TAG);
            if (tag == Tag.NIL) {
                buryKey(node);
            } else if (tag < 0) {
                visitDoubtAgain(node, mode);
            } else {
                visitWeakNode(node, mode);
            }
        }
    }

    /**
     * A node that came into doubt in an earlier visit, perhaps in another mode. Where values are weak no entry may
     * wait: it could go while its key's list, which will be needed if the key is revived, still leads through it.
     */
    private void visitDoubtAgain(int node, int mode) {
        if (mode != WeakMode.KEYS) {
            marker.leave(node);
        }
        weakTables.noteDoubt();
    }

    /** An entry without a value does not keep its key alive. */
    private void buryKey(int node) {
        if (mem.getByte(node + Node.KEY_TAG) >= Tag.FIRST_COLLECTABLE) {
            mem.putByte(node + Node.KEY_TAG, Tag.DEAD_KEY);
        }
    }

    private void visitNode(int node, int tag) {
        if (tag < 0) {
            weakTables.reinstateNode(node);
        }
        if (mem.getByte(node + Node.KEY_TAG) >= Tag.FIRST_COLLECTABLE) {
            marker.mark(mem.getInt(node + Node.KEY));
        }
        visitValue(node);
    }

    private void visitValue(int node) {
        if (mem.getByte(node + Node.VALUE_TAG) >= Tag.FIRST_COLLECTABLE) {
            marker.mark(mem.getInt(node + Node.VALUE));
        }
    }

    private void visitWeakNode(int node, int mode) {
        if (mode == WeakMode.KEYS) {
            visitEphemeron(node);
            return;
        }
        if (mem.getByte(node + Node.VALUE_TAG) >= Tag.FIRST_COLLECTABLE) {
            weakTables.visitElement(node + Node.VALUE_TAG, mem.getInt(node + Node.VALUE));
        }
        if (mode == WeakMode.BOTH) {
            weakTables.visitKey(node);
        } else if (mem.getByte(node + Node.KEY_TAG) >= Tag.FIRST_COLLECTABLE) {
            marker.mark(mem.getInt(node + Node.KEY));
        }
    }

    /** The value is reached if its key is. */
    private void visitEphemeron(int node) {
        weakTables.visitKey(node);
        if (mem.getByte(node + Node.VALUE_TAG) < 0) {
            marker.await(node);
        } else {
            visitValue(node);
        }
    }
}
