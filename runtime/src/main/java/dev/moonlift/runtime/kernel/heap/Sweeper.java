package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.LocalInfo;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Layout.UpvalueInfo;
import dev.moonlift.runtime.kernel.Layout.Userdata;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * Frees dead objects and makes the others white. An object is dead if it has the white that was current before marking
 * ended.
 *
 * <p>Cells are swept a block at a time, in the order of their addresses: an object costs no look at another one, and
 * the free cells of a block are linked by rising address. The sweep stops between any two runs of pages. Short strings
 * and large objects are swept in the order of their lists, and the sweep stops between any two of them, at the address
 * of the link to the next one: of a bucket, of the head of the list, or in an object that it kept. New objects come in
 * at the heads of lists, and nothing but the sweep removes any.
 */
public final class Sweeper {
    /** Work counted for an object. */
    public static final int OBJECT = 64;

    private static final int BATCH = 64;
    /** Ends of buckets that are as much work as an object. */
    private static final int BUCKETS = 8;

    /** Work counted for a page that holds no object. */
    private static final int OTHER_PAGE = 64;

    /** The part of the int at {@link Header#KIND} that is the kind, and where the mark is. */
    private static final int KIND_MASK = 0xFF;

    private static final int MARK_SHIFT = 8;

    private final Memory mem;
    private final Heap heap;
    private final InternTable internTable;

    public Sweeper(Memory mem, Heap heap, InternTable internTable) {
        this.mem = mem;
        this.heap = heap;
        this.internTable = internTable;
    }

    public void start() {
        mem.putInt(State.GC_PHASE, Phase.SWEEPING_STRINGS);
        mem.putInt(State.SWEEP_BUCKET, 0);
        internTable.sweepBegins();
        mem.putInt(State.SWEEP, mem.getInt(State.INTERN_TABLE));
    }

    /** Gives back what only the next cycle would need; nothing is being swept. */
    public void tighten() {
        internTable.tighten();
    }

    /** Sweeps a few objects and returns the work done; after the last the phase is PAUSED. */
    public int sweepSome() {
        if (mem.getInt(State.GC_PHASE) == Phase.SWEEPING_STRINGS) {
            sweepStrings();
            return BATCH * OBJECT;
        }
        if (mem.getInt(State.SWEEP_PAGE) != 0) {
            return sweepPages();
        }
        sweepLargeObjects();
        return BATCH * OBJECT;
    }

    // --- short strings ---

    private void sweepStrings() {
        int bucket = mem.getInt(State.SWEEP_BUCKET);
        int size = mem.getInt(State.INTERN_SIZE);
        int link = mem.getInt(State.SWEEP);
        int looks = BATCH * BUCKETS;
        while (looks > 0 && bucket < size) {
            int string = mem.getInt(link);
            if (string == 0) {
                bucket++;
                link = mem.getInt(State.INTERN_TABLE) + 4 * bucket;
                looks--;
            } else {
                link = sweepString(link, string);
                looks -= BUCKETS;
            }
        }
        mem.putInt(State.SWEEP_BUCKET, bucket);
        mem.putInt(State.SWEEP, link);
        if (bucket >= size) {
            internTable.shrink();
            mem.putInt(State.GC_PHASE, Phase.SWEEPING_OBJECTS);
            mem.putInt(State.SWEEP, State.LARGE_OBJECTS);
            mem.putInt(State.SWEEP_PAGE, mem.getInt(State.FIRST_PAGE));
        }
    }

    private int sweepString(int link, int string) {
        if (!isDead(string)) {
            return keep(string);
        }
        mem.putInt(link, mem.getInt(string + Header.NEXT));
        mem.putInt(State.INTERN_COUNT, mem.getInt(State.INTERN_COUNT) - 1);
        heap.free(string, stringBytes(string));
        return link;
    }

    // --- cells ---

    /** Sweeps the next block of objects, unless it is too far away. */
    private int sweepPages() {
        int page = mem.getInt(State.SWEEP_PAGE);
        int end = mem.getInt(State.END_PAGE);
        for (int i = 0; i < BATCH && page < end; i++) {
            int word = mem.getInt(Layout.PAGE_MAP + 4 * page);
            if (Heap.holdsObjects(word)) {
                mem.putInt(State.SWEEP_PAGE, page + 1 < end ? page + 1 : 0);
                sweepBlock(page << Layout.PAGE_SHIFT, Heap.cellBytes(word & PageWord.VALUE));
                return Layout.PAGE;
            }
            page += (word & PageWord.KIND) == PageWord.SMALL ? 1 : word & PageWord.VALUE;
        }
        mem.putInt(State.SWEEP_PAGE, page < end ? page : 0);
        return BATCH * OTHER_PAGE;
    }

    private void sweepBlock(int block, int cellBytes) {
        int white = mem.getInt(State.CURRENT_WHITE);
        int dead = (white ^ Color.WHITES) << MARK_SHIFT;
        int last = Heap.lastCell(block, cellBytes);
        boolean wasFull = mem.getInt(block + Block.FREE) == 0;
        int link = block + Block.FREE;
        int live = 0;
        int bytes = 0;
        for (int cell = Heap.firstCell(block); cell <= last; cell += cellBytes) {
            int header = mem.getInt(cell + Header.KIND);
            int freed = (header & dead) != 0 ? dismantle(cell, header & KIND_MASK, cellBytes) : 0;
            if (freed != 0 || (header & KIND_MASK) == 0) {
                mem.putInt(link, cell);
                mem.putInt(cell + Header.KIND, 0);
                link = cell;
                bytes += freed;
            } else {
                live++;
                if ((header & dead) == 0) {
                    mem.putByte(cell + Header.MARK, header >> MARK_SHIFT & ~Color.COLORS | white);
                }
            }
        }
        mem.putInt(link, 0);
        heap.swept(block, live, bytes, wasFull);
    }

    // --- large objects ---

    private void sweepLargeObjects() {
        int link = mem.getInt(State.SWEEP);
        int object = mem.getInt(link);
        for (int i = 0; i < BATCH && object != 0; i++) {
            if (isDead(object)) {
                mem.putInt(link, mem.getInt(object + Header.NEXT));
                heap.free(object, dismantle(object, mem.getByte(object + Header.KIND), 0));
            } else {
                link = keep(object);
            }
            object = mem.getInt(link);
        }
        mem.putInt(State.SWEEP, link);
        if (object == 0) {
            mem.putInt(State.SWEEP, 0);
            mem.putInt(State.GC_PHASE, Phase.PAUSED);
        }
    }

    private boolean isDead(int object) {
        int otherWhite = mem.getInt(State.CURRENT_WHITE) ^ Color.WHITES;
        return (mem.getByte(object + Header.MARK) & otherWhite) != 0;
    }

    private int keep(int object) {
        int mark = mem.getByte(object + Header.MARK) & ~Color.COLORS;
        mem.putByte(object + Header.MARK, mark | mem.getInt(State.CURRENT_WHITE));
        return object + Header.NEXT;
    }

    // --- freeing ---

    /** Frees the storage that an object owns. The answer is the object's own size; 0 if it must wait. */
    @Inline
    private int dismantle(int object, int kind, int cellBytes) {
        return kind == Tag.TABLE ? dismantleTable(object, cellBytes) : dismantleOther(object, kind);
    }

    private int dismantleOther(int object, int kind) {
        return switch (kind) {
            case Tag.CLOSURE -> Closure.UPVALUES + 4 * extra(object);
            case Tag.BUILTIN_CLOSURE -> BuiltinClosure.UPVALUES + Layout.SLOT * extra(object);
            case Tag.USERDATA -> Userdata.PAYLOAD + mem.getInt(object + Userdata.SIZE);
            case Tag.COROUTINE -> dismantleCoroutine(object);
            case Tag.UPVALUE -> dismantleUpvalue(object);
            case Tag.PROTOTYPE -> dismantlePrototype(object);
            default -> stringBytes(object);
        };
    }

    private int extra(int object) {
        return mem.getUnsignedByte(object + Header.EXTRA);
    }

    private int stringBytes(int string) {
        return Str.BYTES + mem.getInt(string + Str.LENGTH);
    }

    private void freeStorage(int address, int bytes) {
        if (address != 0) {
            heap.free(address, bytes);
        }
    }

    /** A table has asked for all of its cell. */
    private int dismantleTable(int table, int cellBytes) {
        int capacity = mem.getInt(table + Table.CAPACITY);
        int nodes = mem.getInt(table + Table.NODES);
        int array = mem.getInt(table + Table.ARRAY);
        if (capacity > 0 && !Table.isInline(table, array)) {
            heap.free(array - 8 * capacity, 9 * capacity);
        }
        if (nodes != State.EMPTY_NODE && !Table.isInline(table, nodes)) {
            int bytes = Node.BYTES << mem.getByte(table + Header.EXTRA2);
            heap.free(nodes - Node.STORAGE_HEADER, Node.STORAGE_HEADER + bytes);
        }
        return cellBytes;
    }

    private int dismantlePrototype(int prototype) {
        int code = 4 * mem.getInt(prototype + Prototype.CODE_COUNT);
        mem.putInt(State.FREED_PROTOTYPES, mem.getInt(State.FREED_PROTOTYPES) + 1);
        freeStorage(mem.getInt(prototype + Prototype.CODE), 4 * mem.getInt(prototype + Prototype.CODE_WORDS));
        freeStorage(mem.getInt(prototype + Prototype.LINES), code);
        freeStorage(
                mem.getInt(prototype + Prototype.CONSTANTS),
                Layout.SLOT * mem.getInt(prototype + Prototype.CONSTANT_COUNT));
        freeStorage(mem.getInt(prototype + Prototype.CHILDREN), 4 * mem.getInt(prototype + Prototype.CHILD_COUNT));
        freeStorage(
                mem.getInt(prototype + Prototype.UPVALUES),
                UpvalueInfo.BYTES * mem.getInt(prototype + Prototype.UPVALUE_COUNT));
        freeStorage(
                mem.getInt(prototype + Prototype.LOCALS),
                LocalInfo.BYTES * mem.getInt(prototype + Prototype.LOCAL_COUNT));
        return Prototype.BYTES;
    }

    // --- coroutines and upvalues ---

    /**
     * A coroutine keeps its open upvalues alive, so a dead open upvalue means a dead coroutine, whose list still leads
     * through it: the coroutine frees it, when its own turn comes in this sweep.
     */
    private int dismantleUpvalue(int upvalue) {
        if (isOpen(upvalue)) {
            mem.putByte(upvalue + Header.MARK, Color.ORPHAN);
            return 0;
        }
        return Upvalue.BYTES;
    }

    private boolean isOpen(int upvalue) {
        return mem.getInt(upvalue + Upvalue.SLOT_ADDRESS) != upvalue + Upvalue.CLOSED;
    }

    private int dismantleCoroutine(int coroutine) {
        int upvalue = mem.getInt(coroutine + Coroutine.OPEN_UPVALUES);
        while (upvalue != 0) {
            int next = mem.getInt(upvalue + Upvalue.NEXT_OPEN);
            leaveCoroutine(upvalue);
            upvalue = next;
        }
        int stack = mem.getInt(coroutine + Coroutine.STACK);
        int frames = mem.getInt(coroutine + Coroutine.FRAMES);
        freeStorage(stack, mem.getInt(coroutine + Coroutine.STACK_END) - stack);
        freeStorage(frames, mem.getInt(coroutine + Coroutine.FRAMES_END) - frames);
        return Coroutine.BYTES;
    }

    /**
     * An open upvalue of a dead coroutine is freed if it is an orphan; else closed: for a closure that lives on, or for
     * the sweep, to free it when it comes there.
     */
    private void leaveCoroutine(int upvalue) {
        if (mem.getByte(upvalue + Header.MARK) == Color.ORPHAN) {
            heap.free(upvalue, Upvalue.BYTES);
            return;
        }
        int slot = mem.getInt(upvalue + Upvalue.SLOT_ADDRESS);
        int closed = upvalue + Upvalue.CLOSED;
        mem.putLong(closed, mem.getLong(slot));
        mem.putByte(closed + Layout.TAG, mem.getByte(slot + Layout.TAG));
        mem.putInt(upvalue + Upvalue.SLOT_ADDRESS, closed);
    }
}
