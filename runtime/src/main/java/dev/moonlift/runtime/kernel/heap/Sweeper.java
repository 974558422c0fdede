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

/**
 * Frees dead objects and makes the others white. An object is dead if it has the white that was current before marking
 * ended.
 *
 * <p>The sweep stops between any two objects, at the address of the link to the next one: of a bucket, of the head of
 * the list, or in an object that it kept. New objects come in at the heads of lists, and nothing but the sweep removes
 * any.
 */
public final class Sweeper {
    /** Work counted for an object. */
    public static final int OBJECT = 64;

    private static final int BATCH = 64;

    private final Memory mem;
    private final Heap heap;

    public Sweeper(Memory mem, Heap heap) {
        this.mem = mem;
        this.heap = heap;
    }

    public void start() {
        mem.putInt(State.GC_PHASE, Phase.SWEEPING_STRINGS);
        mem.putInt(State.SWEEP_BUCKET, 0);
        mem.putInt(State.SWEEP, mem.getInt(State.INTERN_TABLE));
    }

    /** Sweeps a few objects and returns the work done; after the last the phase is PAUSED. */
    public int sweepSome() {
        if (mem.getInt(State.GC_PHASE) == Phase.SWEEPING_STRINGS) {
            sweepStrings();
        } else {
            sweepObjects();
        }
        return BATCH * OBJECT;
    }

    // --- short strings ---

    private void sweepStrings() {
        int bucket = mem.getInt(State.SWEEP_BUCKET);
        int size = mem.getInt(State.INTERN_SIZE);
        int link = mem.getInt(State.SWEEP);
        for (int i = 0; i < BATCH && bucket < size; i++) {
            int string = mem.getInt(link);
            if (string == 0) {
                bucket++;
                link = mem.getInt(State.INTERN_TABLE) + 4 * bucket;
            } else {
                link = sweepString(link, string);
            }
        }
        mem.putInt(State.SWEEP_BUCKET, bucket);
        mem.putInt(State.SWEEP, link);
        if (bucket >= size) {
            mem.putInt(State.GC_PHASE, Phase.SWEEPING_OBJECTS);
            mem.putInt(State.SWEEP, State.ALL);
        }
    }

    private int sweepString(int link, int string) {
        if (!isDead(string)) {
            return keep(string);
        }
        mem.putInt(link, mem.getInt(string + Header.NEXT));
        mem.putInt(State.INTERN_COUNT, mem.getInt(State.INTERN_COUNT) - 1);
        freeString(string);
        return link;
    }

    // --- other objects ---

    private void sweepObjects() {
        int link = mem.getInt(State.SWEEP);
        int object = mem.getInt(link);
        for (int i = 0; i < BATCH && object != 0; i++) {
            if (isDead(object)) {
                mem.putInt(link, mem.getInt(object + Header.NEXT));
                release(object);
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

    /** Frees an object that is in no list any more, and the storage that it owns. */
    private void release(int object) {
        switch (mem.getByte(object + Header.KIND)) {
            case Tag.TABLE -> freeTable(object);
            case Tag.CLOSURE -> heap.free(object, Closure.UPVALUES + 4 * extra(object));
            case Tag.BUILTIN_CLOSURE -> heap.free(object, BuiltinClosure.UPVALUES + Layout.SLOT * extra(object));
            case Tag.USERDATA -> heap.free(object, Userdata.PAYLOAD + mem.getInt(object + Userdata.SIZE));
            case Tag.COROUTINE -> freeCoroutine(object);
            case Tag.UPVALUE -> freeUpvalue(object);
            case Tag.PROTOTYPE -> freePrototype(object);
            default -> freeString(object);
        }
    }

    private int extra(int object) {
        return mem.getUnsignedByte(object + Header.EXTRA);
    }

    private void freeString(int string) {
        heap.free(string, Str.BYTES + mem.getInt(string + Str.LENGTH));
    }

    private void freeStorage(int address, int bytes) {
        if (address != 0) {
            heap.free(address, bytes);
        }
    }

    private void freeTable(int table) {
        int capacity = mem.getInt(table + Table.CAPACITY);
        int nodes = mem.getInt(table + Table.NODES);
        if (capacity > 0) {
            heap.free(mem.getInt(table + Table.ARRAY) - 8 * capacity, 9 * capacity);
        }
        if (nodes != State.EMPTY_NODE) {
            int bytes = Node.BYTES << mem.getByte(table + Header.EXTRA2);
            heap.free(nodes - Node.STORAGE_HEADER, Node.STORAGE_HEADER + bytes);
        }
        heap.free(table, Table.BYTES);
    }

    private void freePrototype(int prototype) {
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
        heap.free(prototype, Prototype.BYTES);
    }

    // --- coroutines and upvalues ---

    /**
     * A coroutine keeps its open upvalues alive, so a dead open upvalue means a dead coroutine, whose list still leads
     * through it: the coroutine frees it, when its own turn comes in this sweep.
     */
    private void freeUpvalue(int upvalue) {
        if (isOpen(upvalue)) {
            mem.putByte(upvalue + Header.MARK, Color.ORPHAN);
        } else {
            heap.free(upvalue, Upvalue.BYTES);
        }
    }

    private boolean isOpen(int upvalue) {
        return mem.getInt(upvalue + Upvalue.SLOT_ADDRESS) != upvalue + Upvalue.CLOSED;
    }

    private void freeCoroutine(int coroutine) {
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
        heap.free(coroutine, Coroutine.BYTES);
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
