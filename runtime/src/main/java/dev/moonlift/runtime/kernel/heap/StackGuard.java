package dev.moonlift.runtime.kernel.heap;

import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.memory.Memory;

/**
 * Knows how much of a stack need not be visited again: a frame changes only slots of its own and above, and only while
 * it runs. The guard of a coroutine is a frame at or below all that have run since the visit of its stack began, so the
 * slots below the guard's are as the visit found them.
 *
 * <p>The guard is flagged, and whoever makes the frame below it the running one tells: so the other returns, which look
 * at the flags of their frame anyway, cost nothing. What counts is GUARD of the coroutine, and only in the cycle that
 * GUARD_CYCLE says; flags may be left over.
 */
public final class StackGuard {
    /** A guard that is left becomes a frame so far below, lest each return of a deep recursion go a long way. */
    private static final int DISTANCE = 8 * Frame.BYTES;

    private final Memory mem;

    public StackGuard(Memory mem) {
        this.mem = mem;
    }

    private boolean isCurrent(int coroutine) {
        return mem.getInt(coroutine + Coroutine.GUARD_CYCLE) == mem.getInt(State.CYCLE);
    }

    /** The bytes at the beginning of a stack that are as its last visit in this cycle found them. */
    int unchangedBytes(int coroutine) {
        if (!isCurrent(coroutine)) {
            return 0;
        }
        int frame = mem.getInt(coroutine + Coroutine.FRAMES) + mem.getInt(coroutine + Coroutine.GUARD);
        return Math.max(0, mem.getInt(frame + Frame.FUNCTION) - mem.getInt(coroutine + Coroutine.STACK));
    }

    /** Makes the frame that runs in a coroutine, or will when it goes on, the guard. */
    void place(int coroutine) {
        boolean isRunning = coroutine == mem.getInt(State.COROUTINE);
        int frame = mem.getInt(isRunning ? State.FRAME : coroutine + Coroutine.FRAME);
        if (frame != 0) {
            mem.putInt(coroutine + Coroutine.GUARD_CYCLE, mem.getInt(State.CYCLE));
            put(coroutine, frame - mem.getInt(coroutine + Coroutine.FRAMES));
        }
    }

    private void put(int coroutine, int offset) {
        int flags = mem.getInt(coroutine + Coroutine.FRAMES) + offset + Frame.FLAGS;
        mem.putInt(coroutine + Coroutine.GUARD, offset);
        mem.putInt(flags, mem.getInt(flags) | FrameFlag.GUARD);
    }

    /** To be called before or after a frame of the running coroutine that is flagged returns or is replaced. */
    public void left(int frame) {
        reached(frame - DISTANCE);
    }

    /** To be called when a frame of the running coroutine becomes the running one other than by a return. */
    public void reached(int frame) {
        int coroutine = mem.getInt(State.COROUTINE);
        int offset = Math.max(0, frame - mem.getInt(coroutine + Coroutine.FRAMES));
        if (mem.getInt(State.GC_PHASE) == Phase.MARKING
                && isCurrent(coroutine)
                && offset < mem.getInt(coroutine + Coroutine.GUARD)) {
            put(coroutine, offset);
        }
    }
}
