package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.Closures;
import dev.moonlift.runtime.kernel.call.CoroutineStatus;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.call.Nesting;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * Errors: from where they are thrown to the protected frame that takes them. A message handler runs on top of the
 * frames that failed, so that it sees them; only then are they dropped.
 */
public final class Unwinder {
    /** Slots of what calls a message handler. */
    private static final int HANDLER_SLOTS = 3 + Calls.BUILTIN_SLOTS;

    private final Memory mem;
    private final Value values;
    private final Strings strings;
    private final TextBuffer text;
    private final Collector collector;
    private final Calls calls;
    private final Stacks stacks;
    private final Nesting nesting;
    private final Closures closures;
    private final Invocation invocation;
    private final Traceback traceback;

    public Unwinder(
            Memory mem,
            Value values,
            Strings strings,
            TextBuffer text,
            Collector collector,
            Calls calls,
            Stacks stacks,
            Nesting nesting,
            Closures closures,
            Invocation invocation,
            Traceback traceback) {
        this.mem = mem;
        this.values = values;
        this.strings = strings;
        this.text = text;
        this.collector = collector;
        this.calls = calls;
        this.stacks = stacks;
        this.nesting = nesting;
        this.closures = closures;
        this.invocation = invocation;
        this.traceback = traceback;
    }

    /** Takes the error in ERROR_VALUE to the nearest protected frame and goes on there. */
    public int unwind() {
        text.truncate(0);
        if (isHandled(mem.getInt(State.FRAME))) {
            return handled();
        }
        int target = nearestProtected();
        return invocation.id(target) == Builtin.XPCALL ? handle(target) : fail(target);
    }

    /** Takes the error to a protected frame without asking a message handler. */
    private int fail(int target) {
        if (invocation.id(target) == Builtin.HOST_ENTRY && mem.getInt(State.HANDLING) == 0) {
            rememberTraceback();
        }
        return unwindTo(target);
    }

    private int nearestProtected() {
        int frame = mem.getInt(State.FRAME);
        while ((mem.getInt(frame + Frame.FLAGS) & FrameFlag.PROTECTED) == 0) {
            frame -= Frame.BYTES;
        }
        return frame;
    }

    /** Has the handler of a protected frame called; where there is no room even for that, that is the error. */
    private int handle(int target) {
        int targetBelow = mem.getInt(State.FRAME) - target;
        int at = nesting.isExhausted() ? 0 : reserveForHandler();
        int moved = mem.getInt(State.FRAME) - targetBelow;
        if (at == 0) {
            values.setObject(State.ERROR_VALUE, strings.name(Name.ERROR_ERROR_HANDLING));
            return fail(moved);
        }
        return callHandler(at, mem.getInt(moved + Frame.FUNCTION) + Layout.SLOT);
    }

    /** Stack and frame for what calls a handler; 0 when the limits do not allow that. */
    private int reserveForHandler() {
        int handling = mem.getInt(State.HANDLING);
        int at = 0;
        mem.putInt(State.HANDLING, handling + 1);
        try {
            stacks.reserveFrame();
            at = stacks.reserve(liveTop(mem.getInt(State.FRAME)), HANDLER_SLOTS);
        } catch (Signal.GuestError overflow) {
            at = 0;
        } catch (Signal.OutOfMemory full) {
            mem.putInt(State.HANDLING, handling);
            throw Signal.OUT_OF_MEMORY;
        }
        mem.putInt(State.HANDLING, handling);
        return at;
    }

    private int callHandler(int at, int handler) {
        mem.putInt(State.HANDLING, mem.getInt(State.HANDLING) + 1);
        values.set(at, Builtin.MESSAGE_HANDLER, Tag.BUILTIN);
        values.copy(at + Layout.SLOT, handler);
        values.copy(at + 2 * Layout.SLOT, State.ERROR_VALUE);
        return invocation.invoke(at, 2, 1, FrameFlag.HANDLER);
    }

    /** Above what a frame needs that will not go on. A builtin that has called nothing needs only its arguments. */
    private int liveTop(int frame) {
        if ((mem.getInt(frame + Frame.FLAGS) & FrameFlag.BUILTIN) != 0 && mem.getInt(frame + Frame.CALLEE) == 0) {
            return mem.getInt(frame + Frame.FUNCTION) + (mem.getInt(frame + Frame.COUNT) + 1 << Layout.SLOT_SHIFT);
        }
        return Math.max(mem.getInt(frame + Frame.TOP), openTop(frame));
    }

    /** A Lua frame may have values above its registers, on their way into a call. */
    private int openTop(int frame) {
        int top = mem.getInt(State.TOP);
        int limit = mem.getInt(mem.getInt(State.COROUTINE) + Coroutine.STACK_END) - 8 * Layout.SLOT;
        return top > mem.getInt(frame + Frame.FUNCTION) && top < limit ? top : 0;
    }

    /**
     * As {@link #unwind} where the error comes to a frame of pcall, called by a plain CALL, and nothing has to be
     * called before that returns.
     *
     * @return whether it is done, and pcall's caller the running frame; false, nothing changed, if it is not so
     */
    boolean unwindPlain(int target) {
        int func = mem.getInt(target + Frame.FUNCTION);
        if (!isPlain(target) || closures.pendingToClose(func) != 0) {
            return false;
        }
        text.truncate(0);
        mem.putInt(State.FAILED_FRAME, mem.getInt(State.FRAME));
        stacks.unwindTo(target);
        mem.putInt(State.TOP, mem.getInt(target + Frame.TOP));
        nesting.restore(target);
        int error = func + Layout.SLOT;
        closures.close(error);
        values.setBoolean(func, false);
        values.copy(error, State.ERROR_VALUE);
        values.setNil(State.ERROR_VALUE);
        calls.leave(target, func, 2);
        return true;
    }

    /** Whether a frame is of pcall, called by a plain CALL, and the nearest one that takes the error. */
    private boolean isPlain(int target) {
        int frame = mem.getInt(State.FRAME);
        while (frame > target) {
            if ((mem.getInt(frame + Frame.FLAGS) & (FrameFlag.PROTECTED | FrameFlag.HANDLER)) != 0) {
                return false;
            }
            frame -= Frame.BYTES;
        }
        int flags = Nesting.withoutDepth(mem.getInt(target + Frame.FLAGS)) & ~FrameFlag.GUARD;
        return frame == target
                && flags == (FrameFlag.BUILTIN | FrameFlag.PROTECTED)
                && invocation.id(target) == Builtin.PCALL;
    }

    /** The message handler has returned and thrown its result, which takes the place of the error. */
    private static final int HANDLED = FrameFlag.HANDLER | FrameFlag.RETURNING;

    private boolean isHandled(int frame) {
        return (mem.getInt(frame + Frame.FLAGS) & HANDLED) == HANDLED;
    }

    private int handled() {
        return unwindTo(nearestProtected());
    }

    /** There may be no memory for it: then there is no traceback. */
    private void rememberTraceback() {
        values.setNil(State.TRACEBACK);
        if (!values.isString(State.ERROR_VALUE)) {
            return;
        }
        try {
            values.setObject(State.TRACEBACK, traceback.create(mem.getInt(State.COROUTINE), 0, 0));
        } catch (Signal.OutOfMemory full) {
            text.truncate(0);
        }
    }

    private int unwindTo(int target) {
        int frame = mem.getInt(State.FRAME);
        mem.putInt(State.FAILED_FRAME, frame);
        while (frame > target) {
            if ((mem.getInt(frame + Frame.FLAGS) & FrameFlag.HANDLER) != 0) {
                mem.putInt(State.HANDLING, Math.max(0, mem.getInt(State.HANDLING) - 1));
            }
            frame -= Frame.BYTES;
        }
        stacks.unwindTo(target);
        mem.putInt(State.TOP, mem.getInt(target + Frame.TOP));
        nesting.restore(target);
        return invocation.fail();
    }

    /**
     * Memory ran out: collects everything and repeats what was being done; the second time it is an error, of which, as
     * in the reference implementation, no message handler is told.
     */
    public int collectAndRepeat() {
        text.truncate(0);
        int frame = mem.getInt(State.FRAME);
        int pc = mem.getInt(frame + Frame.PC);
        if (mem.getInt(State.REPEATED_FRAME) == frame && mem.getInt(State.REPEATED_PC) == pc) {
            mem.putInt(State.REPEATED_FRAME, 0);
            values.setObject(State.ERROR_VALUE, strings.name(Name.ERROR_MEMORY));
            return fail(nearestProtected());
        }
        mem.putInt(State.REPEATED_FRAME, frame);
        mem.putInt(State.REPEATED_PC, pc);
        collector.fullForRoom();
        if ((mem.getInt(frame + Frame.FLAGS) & FrameFlag.BUILTIN) != 0) {
            return invocation.repeat();
        }
        mem.putInt(frame + Frame.PC, pc - 4);
        return Invocation.RELOAD;
    }

    /** Drops everything that runs since the host's last call began: coroutines in between die, nothing is called. */
    public void abandon() {
        text.truncate(0);
        mem.putInt(State.HANDLING, 0);
        int entry = entryFrame();
        while (entry == 0) {
            int coroutine = mem.getInt(State.COROUTINE);
            closures.close(mem.getInt(coroutine + Coroutine.STACK));
            mem.putInt(coroutine + Coroutine.TO_CLOSE, 0);
            stacks.unwindTo(mem.getInt(coroutine + Coroutine.FRAMES));
            stacks.suspend();
            stacks.setStatus(coroutine, CoroutineStatus.DEAD);
            stacks.activate(mem.getInt(coroutine + Coroutine.RESUMER));
            nesting.handBack(mem.getInt(State.COROUTINE));
            stacks.setStatus(mem.getInt(State.COROUTINE), CoroutineStatus.RUNNING);
            entry = entryFrame();
        }
        nesting.restore(entry);
        int func = mem.getInt(entry + Frame.FUNCTION);
        closures.close(func);
        while (closures.pendingToClose(func) != 0) {
            closures.popToClose();
        }
        stacks.unwindTo(entry - Frame.BYTES);
        mem.putInt(State.TOP, func);
    }

    /** The frame with which the host's last call began, 0 if it is not of this coroutine. */
    private int entryFrame() {
        int first = mem.getInt(mem.getInt(State.COROUTINE) + Coroutine.FRAMES);
        int frame = mem.getInt(State.FRAME);
        while (frame >= first) {
            int flags = mem.getInt(frame + Frame.FLAGS);
            if ((flags & FrameFlag.BUILTIN) != 0 && invocation.id(frame) == Builtin.FINALIZE) {
                mem.putInt(State.FINALIZING, 0);
            }
            if ((flags & FrameFlag.ENTRY) != 0) {
                return frame;
            }
            frame -= Frame.BYTES;
        }
        return 0;
    }
}
