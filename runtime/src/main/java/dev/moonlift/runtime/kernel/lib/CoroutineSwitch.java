package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.CoroutineStatus;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.call.Nesting;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * Exchanges the running coroutine. Besides what {@link CoroutineLibrary} needs for that, here is the short way of
 * programs that switch often: where a plain CALL resumes or yields, nobody is refused and no stack grows, all is done
 * at once, from the call here to the return there.
 */
public final class CoroutineSwitch {
    private final Memory mem;
    private final Value values;
    private final Collector collector;
    private final Calls calls;
    private final Stacks stacks;
    private final Nesting nesting;

    public CoroutineSwitch(Memory mem, Value values, Collector collector, Calls calls, Stacks stacks, Nesting nesting) {
        this.mem = mem;
        this.values = values;
        this.collector = collector;
        this.calls = calls;
        this.stacks = stacks;
        this.nesting = nesting;
    }

    // --- in general ---

    /** Makes a suspended coroutine the running one; the running one waits for it. */
    @Inline
    void enter(int coroutine) {
        int current = mem.getInt(State.COROUTINE);
        stacks.suspend();
        stacks.setStatus(current, CoroutineStatus.NORMAL);
        mem.putInt(coroutine + Coroutine.RESUMER, current);
        stacks.setStatus(coroutine, CoroutineStatus.RUNNING);
        stacks.activate(coroutine);
        nesting.resume(current, coroutine);
        collector.coroutineResumed(coroutine);
    }

    /** Gives the turn to the coroutine that resumed the running one, of which this is the status from now on. */
    @Inline
    void handBack(int status) {
        int coroutine = mem.getInt(State.COROUTINE);
        int resumer = mem.getInt(coroutine + Coroutine.RESUMER);
        stacks.suspend();
        stacks.setStatus(coroutine, status);
        mem.putInt(coroutine + Coroutine.RESUMER, 0);
        stacks.activate(resumer);
        nesting.handBack(resumer);
        stacks.setStatus(resumer, CoroutineStatus.RUNNING);
        collector.coroutineResumed(resumer);
    }

    /** Whether no library function that cannot be left in the middle runs below a frame of the running coroutine. */
    @Inline
    boolean isYieldable(int running) {
        int coroutine = mem.getInt(State.COROUTINE);
        int first = mem.getInt(coroutine + Coroutine.FRAMES);
        for (int frame = running - Frame.BYTES; frame > first; frame -= Frame.BYTES) {
            if (isBoundary(frame)) {
                return false;
            }
        }
        boolean isClosing = (mem.getInt(first + Frame.FLAGS) & FrameFlag.CLOSING) != 0;
        return coroutine != mem.getInt(State.MAIN) && !isClosing;
    }

    private boolean isBoundary(int frame) {
        int func = mem.getInt(frame + Frame.FUNCTION);
        if ((mem.getInt(frame + Frame.FLAGS) & FrameFlag.BUILTIN) == 0) {
            int prototype = mem.getInt(values.object(func) + Closure.PROTOTYPE);
            return (mem.getByte(prototype + Header.EXTRA2) & Prototype.IS_PRELUDE) != 0;
        }
        int id = mem.getInt(func);
        return values.tag(func) != Tag.BUILTIN
                || id != Builtin.PCALL && id != Builtin.XPCALL && id != Builtin.ERROR && id != Builtin.PAIRS;
    }

    @Inline
    void copyAll(int to, int from, int count) {
        for (int i = 0; i < count << Layout.SLOT_SHIFT; i += Layout.SLOT) {
            values.copy(to + i, from + i);
        }
    }

    // --- the short way ---

    /** Whether this is the number of a library function that {@link #call} may do. */
    public static boolean isOne(int id) {
        return id == Builtin.COROUTINE_YIELD || id == Builtin.COROUTINE_RESUME || id == Builtin.COROUTINE_WRAP_CALL;
    }

    /**
     * Does a plain call of resume, yield or a function that wrap made, from a Lua function, up to where the coroutine
     * that runs then goes on behind its own such call.
     *
     * @return whether it is done; if not, nothing is
     */
    public boolean call(int id, int func, int count, int wanted) {
        switch (id) {
            case Builtin.COROUTINE_YIELD:
                return yieldPlain(func, count, wanted);
            case Builtin.COROUTINE_RESUME:
                return resume(func, count, wanted);
            default:
                return resumeWrapped(func, count, wanted);
        }
    }

    /** As {@link #call} for resume. */
    @Inline
    public boolean resume(int func, int count, int wanted) {
        return count > 0
                && mem.getByte(func + Layout.SLOT + Layout.TAG) == Tag.COROUTINE
                && resume(mem.getInt(func + Layout.SLOT), func + 2 * Layout.SLOT, count - 1, func, count, wanted);
    }

    /** As {@link #call} for a function that wrap made. */
    @Inline
    public boolean resumeWrapped(int func, int count, int wanted) {
        return resume(wrapped(func), func + Layout.SLOT, count, func, count, wanted);
    }

    /**
     * As {@link #call} for a function that wrap made and that a generic loop calls, with two arguments.
     *
     * @param loop the first of the loop's registers, which is the function, with the arguments above it
     * @param func where function and arguments are to be for the call: of these only the function is there afterwards
     */
    @Inline
    public boolean resumeNext(int loop, int func, int wanted) {
        values.copy(func, loop);
        return resume(wrapped(loop), loop + Layout.SLOT, 2, func, 2, wanted);
    }

    private int wrapped(int func) {
        return mem.getInt(mem.getInt(func) + BuiltinClosure.UPVALUES);
    }

    /**
     * Resumes a coroutine that waits in a yield, or that has not begun.
     *
     * @param from where the values to pass are
     * @param passed how many
     * @param func where the frame of the call has its function
     * @param count its arguments
     */
    @Inline
    private boolean resume(int coroutine, int from, int passed, int func, int count, int wanted) {
        int waiting = mem.getInt(coroutine + Coroutine.FRAME);
        int to = mem.getInt(waiting + Frame.FUNCTION);
        boolean isPlain = stacks.status(coroutine) == CoroutineStatus.SUSPENDED
                && mem.getInt(waiting + Frame.FLAGS) == FrameFlag.BUILTIN
                && nesting.allowsResume(coroutine)
                && stacks.hasReservedIn(coroutine, to, passed + 2 + Calls.BUILTIN_SLOTS)
                && calls.enterBuiltinPlain(func, count, wanted);
        if (isPlain) {
            enter(coroutine);
            calls.leaveBuiltin(waiting, to, from, passed);
            return true;
        }
        return start(coroutine, from, passed, func, count, wanted);
    }

    /** The same of a coroutine that has not begun, whose body is a Lua function without extra arguments. */
    private boolean start(int coroutine, int from, int passed, int func, int count, int wanted) {
        int base = mem.getInt(coroutine + Coroutine.FRAME);
        int body = mem.getInt(base + Frame.FUNCTION) + Layout.SLOT;
        boolean isPlain = base == mem.getInt(coroutine + Coroutine.FRAMES)
                && stacks.status(coroutine) == CoroutineStatus.SUSPENDED
                && nesting.allowsResume(coroutine)
                && mem.getByte(body + Layout.TAG) == Tag.CLOSURE
                && stacks.hasReservedIn(coroutine, body, passed + 1)
                && calls.isRoomInNew(coroutine, body)
                && calls.enterBuiltinPlain(func, count, wanted);
        if (isPlain) {
            enter(coroutine);
            copyAll(body + Layout.SLOT, from, passed);
            calls.enterLuaFromBuiltin(body, passed, CoroutineLibrary.STEP_DONE);
        }
        return isPlain;
    }

    private boolean yieldPlain(int func, int count, int wanted) {
        return !isBoundary(mem.getInt(State.FRAME)) && handBack(func, count, wanted);
    }

    /** As {@link #call} for yield, from a Lua function that does not pass for a builtin. */
    @Inline
    public boolean handBack(int func, int count, int wanted) {
        int resumer = mem.getInt(mem.getInt(State.COROUTINE) + Coroutine.RESUMER);
        int waiting = resumer == 0 ? 0 : mem.getInt(resumer + Coroutine.FRAME);
        if (waiting == 0 || mem.getInt(waiting + Frame.FLAGS) != FrameFlag.BUILTIN) {
            return false;
        }
        int to = mem.getInt(waiting + Frame.FUNCTION);
        boolean isPlain = isYieldable(mem.getInt(State.FRAME))
                && stacks.hasReservedIn(resumer, to, count + 2)
                && calls.enterBuiltinPlain(func, count, wanted);
        if (!isPlain) {
            return false;
        }
        handBack(CoroutineStatus.SUSPENDED);
        if (values.tag(to) == Tag.BUILTIN_CLOSURE) {
            calls.leaveBuiltin(waiting, to, func + Layout.SLOT, count);
        } else {
            int others = mem.getInt(waiting + Frame.WANTED) - 1;
            values.setBoolean(to, true);
            copyAll(to + Layout.SLOT, func + Layout.SLOT, others < -1 ? count : Math.min(count, others));
            calls.leaveBuiltin(waiting, count + 1);
        }
        return true;
    }
}
