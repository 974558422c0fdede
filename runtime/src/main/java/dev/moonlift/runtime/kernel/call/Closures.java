package dev.moonlift.runtime.kernel.call;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Layout.UpvalueInfo;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.heap.Color;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.memory.Memory;

/** Lua functions and the variables that they capture. */
public final class Closures {
    private final Memory mem;
    private final Value values;
    private final Heap heap;
    private final Collector collector;

    public Closures(Memory mem, Value values, Heap heap, Collector collector) {
        this.mem = mem;
        this.values = values;
        this.heap = heap;
        this.collector = collector;
    }

    /**
     * A closure over the variables of a running function.
     *
     * @param enclosing that function's closure
     * @param base its first register
     */
    public int create(int prototype, int enclosing, int base) {
        int count = mem.getInt(prototype + Prototype.UPVALUE_COUNT);
        int closure = allocate(prototype, count);
        int info = mem.getInt(prototype + Prototype.UPVALUES);
        for (int i = 0; i < count; i++) {
            mem.putInt(closure + Closure.UPVALUES + 4 * i, capture(info + UpvalueInfo.BYTES * i, enclosing, base));
        }
        return closure;
    }

    private int capture(int info, int enclosing, int base) {
        int index = mem.getInt(info + UpvalueInfo.INDEX);
        return mem.getInt(info + UpvalueInfo.IN_STACK) != 0
                ? find(base + (index << Layout.SLOT_SHIFT))
                : mem.getInt(enclosing + Closure.UPVALUES + 4 * index);
    }

    /** A closure whose upvalues are yet to be set, and are 0. */
    public int allocate(int prototype, int count) {
        int closure = heap.newObject(Tag.CLOSURE, Closure.UPVALUES + 4 * count);
        mem.putByte(closure + Header.EXTRA, count);
        mem.putInt(closure + Closure.PROTOTYPE, prototype);
        mem.putInt(closure + Closure.GRAY, 0);
        mem.fill(closure + Closure.UPVALUES, 0, 4 * count);
        return closure;
    }

    /** A closed upvalue with a copy of a value. */
    public int newUpvalue(int slot) {
        int upvalue = heap.newObject(Tag.UPVALUE, Upvalue.BYTES);
        mem.putInt(upvalue + Upvalue.SLOT_ADDRESS, upvalue + Upvalue.CLOSED);
        mem.putInt(upvalue + Upvalue.NEXT_OPEN, 0);
        values.copy(upvalue + Upvalue.CLOSED, slot);
        return upvalue;
    }

    /** Makes an upvalue of a closure this one. */
    public void setUpvalue(int closure, int index, int upvalue) {
        mem.putInt(closure + Closure.UPVALUES + 4 * index, upvalue);
        collector.barrier(closure, upvalue);
    }

    /** Stores the value of a slot in a captured variable. */
    public void setValue(int closure, int index, int slot) {
        int upvalue = mem.getInt(closure + Closure.UPVALUES + 4 * index);
        values.copy(mem.getInt(upvalue + Upvalue.SLOT_ADDRESS), slot);
        if ((mem.getByte(upvalue + Header.MARK) & Color.BLACK) != 0
                && mem.getByte(slot + Layout.TAG) >= Tag.FIRST_COLLECTABLE) {
            collector.barrier(upvalue, mem.getInt(slot));
        }
    }

    /** The open upvalue of a stack slot: the list is kept by falling address, so that all closures share one. */
    private int find(int slot) {
        int link = mem.getInt(State.COROUTINE) + Coroutine.OPEN_UPVALUES;
        int upvalue = mem.getInt(link);
        while (upvalue != 0 && mem.getInt(upvalue + Upvalue.SLOT_ADDRESS) > slot) {
            link = upvalue + Upvalue.NEXT_OPEN;
            upvalue = mem.getInt(link);
        }
        if (upvalue != 0 && mem.getInt(upvalue + Upvalue.SLOT_ADDRESS) == slot) {
            return upvalue;
        }
        int opened = heap.newObject(Tag.UPVALUE, Upvalue.BYTES);
        mem.putInt(opened + Upvalue.SLOT_ADDRESS, slot);
        mem.putInt(opened + Upvalue.NEXT_OPEN, upvalue);
        values.setNil(opened + Upvalue.CLOSED);
        mem.putInt(link, opened);
        return opened;
    }

    /** Moves the captured variables at or above a slot out of the running coroutine's stack. */
    public void close(int slot) {
        int list = mem.getInt(State.COROUTINE) + Coroutine.OPEN_UPVALUES;
        int upvalue = mem.getInt(list);
        while (upvalue != 0 && mem.getInt(upvalue + Upvalue.SLOT_ADDRESS) >= slot) {
            mem.putInt(list, mem.getInt(upvalue + Upvalue.NEXT_OPEN));
            values.copy(upvalue + Upvalue.CLOSED, mem.getInt(upvalue + Upvalue.SLOT_ADDRESS));
            mem.putInt(upvalue + Upvalue.SLOT_ADDRESS, upvalue + Upvalue.CLOSED);
            mem.putInt(upvalue + Upvalue.NEXT_OPEN, 0);
            upvalueBarrier(upvalue);
            upvalue = mem.getInt(list);
        }
    }

    /** After a store into a closed upvalue. */
    public void upvalueBarrier(int upvalue) {
        if ((mem.getByte(upvalue + Header.MARK) & Color.BLACK) != 0
                && mem.getByte(upvalue + Upvalue.CLOSED + Layout.TAG) >= Tag.FIRST_COLLECTABLE) {
            collector.barrier(upvalue, mem.getInt(upvalue + Upvalue.CLOSED));
        }
    }

    // --- to-be-closed variables ---

    /** Where a slot keeps the distance to the previous pending variable. */
    private static final int LINK = 12;

    /** Registers the variable in a slot. */
    public void pushToClose(int slot) {
        int coroutine = mem.getInt(State.COROUTINE);
        int previous = mem.getInt(coroutine + Coroutine.TO_CLOSE);
        mem.putInt(slot + LINK, previous == 0 ? 0 : slot - previous);
        mem.putInt(coroutine + Coroutine.TO_CLOSE, slot);
    }

    /** The newest pending variable at or above a slot, 0 if there is none. */
    public int pendingToClose(int slot) {
        int pending = mem.getInt(mem.getInt(State.COROUTINE) + Coroutine.TO_CLOSE);
        return pending != 0 && pending >= slot ? pending : 0;
    }

    /** Forgets the newest pending variable. */
    public void popToClose() {
        int coroutine = mem.getInt(State.COROUTINE);
        int slot = mem.getInt(coroutine + Coroutine.TO_CLOSE);
        int distance = mem.getInt(slot + LINK);
        mem.putInt(coroutine + Coroutine.TO_CLOSE, distance == 0 ? 0 : slot - distance);
    }

    /**
     * Lays out the call of a variable's {@code __close}, found at a node; its second argument is left to the caller.
     */
    public void layOutClose(int variable, int at, int node) {
        values.copy(at + Layout.SLOT, variable);
        values.set(at, mem.getLong(node + Node.VALUE), mem.getByte(node + Node.VALUE_TAG));
    }
}
