package dev.moonlift.runtime.kernel.call;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.heap.StackGuard;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/** The two stacks of a coroutine: their creation, growth and limits. */
public final class Stacks {
    /** Slots of one coroutine's stack, as LUAI_MAXSTACK of the reference implementation. */
    private static final int MAX_SLOTS = 1_000_000;
    /** Calls in progress in one coroutine. */
    private static final int MAX_FRAMES = 200_000;
    /** Beyond the limits, for what handles an overflow. */
    private static final int OVERFLOW_SLOTS = 2_000;

    private static final int OVERFLOW_FRAMES = 200;
    /** With these, five stacks fill a page. */
    private static final int FIRST_SLOTS = 51;

    private static final int FIRST_FRAMES = 7;
    /** Slots above every frame's top that a metamethod call may use without asking. */
    public static final int MARGIN = 8 * Layout.SLOT;

    private final Memory mem;
    private final Heap heap;
    private final StackGuard stackGuard;
    private final Errors errors;

    public Stacks(Memory mem, Heap heap, StackGuard stackGuard, Errors errors) {
        this.mem = mem;
        this.heap = heap;
        this.stackGuard = stackGuard;
        this.errors = errors;
    }

    /** A coroutine with empty stacks. Its base frame's function slot, the stack's first, is nil. */
    public int newCoroutine() {
        int stackBytes = FIRST_SLOTS * Layout.SLOT;
        int framesBytes = FIRST_FRAMES * Frame.BYTES;
        int stack = heap.allocate(stackBytes);
        int frames = allocateOrFree(framesBytes, stack, stackBytes);
        int coroutine = newObject(stack, stackBytes, frames, framesBytes);
        mem.fill(stack, 0, stackBytes);
        mem.putInt(coroutine + Coroutine.STACK, stack);
        mem.putInt(coroutine + Coroutine.STACK_END, stack + stackBytes);
        mem.putInt(coroutine + Coroutine.TOP, stack + Layout.SLOT);
        mem.putInt(coroutine + Coroutine.FRAMES, frames);
        mem.putInt(coroutine + Coroutine.FRAMES_END, frames + framesBytes);
        mem.putInt(coroutine + Coroutine.FRAME, frames);
        mem.fill(coroutine + Coroutine.OPEN_UPVALUES, 0, Coroutine.BYTES - Coroutine.OPEN_UPVALUES);
        initBaseFrame(frames, stack);
        return coroutine;
    }

    private int allocateOrFree(int bytes, int other, int otherBytes) {
        try {
            return heap.allocate(bytes);
        } catch (Signal full) {
            heap.free(other, otherBytes);
            throw Signal.OUT_OF_MEMORY;
        }
    }

    private int newObject(int stack, int stackBytes, int frames, int framesBytes) {
        try {
            return heap.newObject(Tag.COROUTINE, Coroutine.BYTES);
        } catch (Signal full) {
            heap.free(stack, stackBytes);
            heap.free(frames, framesBytes);
            throw Signal.OUT_OF_MEMORY;
        }
    }

    private void initBaseFrame(int frame, int stack) {
        mem.fill(frame, 0, Frame.BYTES);
        mem.putInt(frame + Frame.FUNCTION, stack);
        mem.putInt(frame + Frame.TOP, stack + Layout.SLOT);
        mem.putInt(frame + Frame.WANTED, -1);
        mem.putInt(frame + Frame.FLAGS, FrameFlag.BUILTIN | FrameFlag.PROTECTED);
    }

    /**
     * Makes sure that the running coroutine has a number of slots from an address in its stack on.
     *
     * @return the address, which has changed if the stack moved
     * @throws Signal GUEST_ERROR "stack overflow", OUT_OF_MEMORY
     */
    @Inline
    public int reserve(int slot, int slots) {
        return reserveIn(mem.getInt(State.COROUTINE), slot, slots);
    }

    /** Whether the running coroutine has room for a frame and for slots up to an address, without growing. */
    @Inline
    public boolean hasRoom(int frame, int top) {
        int coroutine = mem.getInt(State.COROUTINE);
        return Integer.compareUnsigned(top + MARGIN, mem.getInt(coroutine + Coroutine.STACK_END)) <= 0
                && frame < mem.getInt(coroutine + Coroutine.FRAMES_END);
    }

    /** As {@link #reserve}, in the stack of any coroutine. */
    @Inline
    public int reserveIn(int coroutine, int slot, int slots) {
        long end = end(slot, slots);
        if (end <= mem.getInt(coroutine + Coroutine.STACK_END)) {
            return slot;
        }
        return slot + growStack(coroutine, end - mem.getInt(coroutine + Coroutine.STACK));
    }

    /** Whether {@link #reserveIn} has nothing to do. */
    @Inline
    public boolean hasReservedIn(int coroutine, int slot, int slots) {
        return end(slot, slots) <= mem.getInt(coroutine + Coroutine.STACK_END);
    }

    private static long end(int slot, int slots) {
        return slot + ((long) slots << Layout.SLOT_SHIFT) + MARGIN;
    }

    /** Whether the limit of the running coroutine's stack leaves room for so many slots from an address on. */
    public boolean canReserve(int slot, int slots) {
        int used = slot - mem.getInt(mem.getInt(State.COROUTINE) + Coroutine.STACK) >> Layout.SLOT_SHIFT;
        return slots <= MAX_SLOTS - (MARGIN >> Layout.SLOT_SHIFT) - used;
    }

    /** Grows to at least so many bytes and answers by how much everything moved. */
    private int growStack(int coroutine, long neededBytes) {
        int old = mem.getInt(coroutine + Coroutine.STACK);
        int oldBytes = mem.getInt(coroutine + Coroutine.STACK_END) - old;
        long limit = (long) (MAX_SLOTS + overflowRoom(OVERFLOW_SLOTS)) << Layout.SLOT_SHIFT;
        if (neededBytes > limit) {
            return errors.runtime(Name.ERROR_STACK_OVERFLOW, 0, 0, 0);
        }
        int bytes = (int) Math.min(limit, Math.max(neededBytes, 2L * oldBytes));
        int stack = heap.reallocate(old, oldBytes, bytes);
        mem.fill(stack + oldBytes, 0, bytes - oldBytes);
        mem.putInt(coroutine + Coroutine.STACK, stack);
        mem.putInt(coroutine + Coroutine.STACK_END, stack + bytes);
        if (stack != old) {
            relocateStack(coroutine, stack - old);
        }
        return stack - old;
    }

    private int overflowRoom(int room) {
        return mem.getInt(State.HANDLING) > 0 ? room : 0;
    }

    private void relocateStack(int coroutine, int by) {
        move(coroutine + Coroutine.TOP, by);
        move(coroutine + Coroutine.TO_CLOSE, by);
        int last = mem.getInt(coroutine + Coroutine.FRAME);
        if (coroutine == mem.getInt(State.COROUTINE)) {
            move(State.TOP, by);
            move(State.REQUEST_BASE, by);
            last = mem.getInt(State.FRAME);
        }
        for (int frame = mem.getInt(coroutine + Coroutine.FRAMES); frame <= last; frame += Frame.BYTES) {
            move(frame + Frame.FUNCTION, by);
            move(frame + Frame.TOP, by);
            if ((mem.getInt(frame + Frame.FLAGS) & FrameFlag.BUILTIN) != 0) {
                move(frame + Frame.CALLEE, by);
            }
        }
        int upvalue = mem.getInt(coroutine + Coroutine.OPEN_UPVALUES);
        while (upvalue != 0) {
            move(upvalue + Upvalue.SLOT_ADDRESS, by);
            upvalue = mem.getInt(upvalue + Upvalue.NEXT_OPEN);
        }
    }

    private void move(int pointer, int by) {
        int address = mem.getInt(pointer);
        if (address != 0) {
            mem.putInt(pointer, address + by);
        }
    }

    /**
     * The frame above the running one, not yet filled in, which becomes the running one.
     *
     * @throws Signal GUEST_ERROR "stack overflow", OUT_OF_MEMORY
     */
    @Inline
    public int pushFrame() {
        int frame = mem.getInt(State.FRAME) + Frame.BYTES;
        int coroutine = mem.getInt(State.COROUTINE);
        if (frame >= mem.getInt(coroutine + Coroutine.FRAMES_END)) {
            frame += growFrames(coroutine);
        }
        mem.putInt(State.FRAME, frame);
        return frame;
    }

    /**
     * Makes sure that the next {@link #pushFrame} finds room.
     *
     * @throws Signal GUEST_ERROR "stack overflow", OUT_OF_MEMORY
     */
    public void reserveFrame() {
        int coroutine = mem.getInt(State.COROUTINE);
        if (mem.getInt(State.FRAME) + Frame.BYTES >= mem.getInt(coroutine + Coroutine.FRAMES_END)) {
            growFrames(coroutine);
        }
    }

    /** Makes a frame further down the running one: those above it are gone. */
    public void unwindTo(int frame) {
        stackGuard.reached(frame);
        mem.putInt(State.FRAME, frame);
    }

    private int growFrames(int coroutine) {
        int old = mem.getInt(coroutine + Coroutine.FRAMES);
        int oldBytes = mem.getInt(coroutine + Coroutine.FRAMES_END) - old;
        int limit = (MAX_FRAMES + overflowRoom(OVERFLOW_FRAMES)) * Frame.BYTES;
        if (oldBytes >= limit) {
            return errors.runtime(Name.ERROR_STACK_OVERFLOW, 0, 0, 0);
        }
        int bytes = Math.min(limit, 2 * oldBytes);
        int frames = heap.reallocate(old, oldBytes, bytes);
        mem.putInt(coroutine + Coroutine.FRAMES, frames);
        mem.putInt(coroutine + Coroutine.FRAMES_END, frames + bytes);
        mem.putInt(coroutine + Coroutine.FRAME, mem.getInt(coroutine + Coroutine.FRAME) + frames - old);
        mem.putInt(State.FRAME, mem.getInt(State.FRAME) + frames - old);
        return frames - old;
    }

    /**
     * Remembers in the running coroutine where it stands, in a builtin, before another runs. What lies above that
     * builtin's function slot is garbage from the next allocation on.
     */
    public void suspend() {
        int coroutine = mem.getInt(State.COROUTINE);
        int frame = mem.getInt(State.FRAME);
        mem.putInt(coroutine + Coroutine.FRAME, frame);
        mem.putInt(coroutine + Coroutine.TOP, mem.getInt(frame + Frame.FUNCTION) + Layout.SLOT);
        mem.putInt(coroutine + Coroutine.NESTING, mem.getInt(State.NESTING));
    }

    /** Makes a coroutine the running one. */
    public void activate(int coroutine) {
        mem.putInt(State.COROUTINE, coroutine);
        mem.putInt(State.FRAME, mem.getInt(coroutine + Coroutine.FRAME));
        mem.putInt(State.TOP, mem.getInt(coroutine + Coroutine.TOP));
    }

    public int status(int coroutine) {
        return mem.getByte(coroutine + Header.EXTRA);
    }

    public void setStatus(int coroutine, int status) {
        mem.putByte(coroutine + Header.EXTRA, status);
    }
}
