package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.memory.Memory;

/**
 * Goes on, for compiled code that has had the kernel do something, with what runs now instead: a function that was
 * called, the comparison function of a sort, a coroutine. As long as that is compiled too, it is run from here one
 * after the other, until control is back; errors that are caught meanwhile are. Everything else is left to the
 * interpreter, together with the code that waits.
 */
public final class Trampoline {
    private final Memory mem;
    private final Stacks stacks;
    private final Entrances entrances;
    private final Interpreter interpreter;
    private final Unwinder unwinder;

    public Trampoline(Memory mem, Stacks stacks, Entrances entrances, Interpreter interpreter, Unwinder unwinder) {
        this.mem = mem;
        this.stacks = stacks;
        this.entrances = entrances;
        this.interpreter = interpreter;
        this.unwinder = unwinder;
    }

    /**
     * Runs what was entered until a frame can go on, the fuel is used up, or the interpreter is needed.
     *
     * @param coroutine of which the frame is
     * @param func where the frame's function was; frame or stack may move
     * @param pc where the frame is to go on
     * @return 0 if it can; else what its code is to answer
     */
    int runUntil(int coroutine, int frame, int func, int pc) {
        int room = mem.getInt(State.COMPILED_ROOM) - CompiledCode.CALL_ROOM;
        int moves = mem.getInt(State.STACKS_MOVED);
        int status = CompiledStatus.INTERPRET;
        while (status == CompiledStatus.INTERPRET || status == CompiledStatus.RETURNED) {
            if (isRunning(coroutine, frame, func, pc) && mem.getInt(State.STACKS_MOVED) == moves) {
                return 0;
            }
            if (!stacks.runsAbove(coroutine, frame)) {
                return CompiledStatus.INTERPRET;
            }
            if (mem.getInt(State.FUEL) < 0) {
                return Exit.FUEL;
            }
            if (room < 0) {
                return CompiledStatus.INTERPRET;
            }
            mem.putInt(State.COMPILED_ROOM, room);
            status = entrances.run();
            if (status == CompiledStatus.DECLINED && isLibraryAbove(frame)) {
                status = interpreter.runNested(coroutine, frame, room);
            }
            while (status == CompiledStatus.UNWIND && isCaughtAbove(coroutine, frame)) {
                status = unwind();
            }
        }
        return status == CompiledStatus.DECLINED ? CompiledStatus.INTERPRET : status;
    }

    private boolean isRunning(int coroutine, int frame, int func, int pc) {
        return mem.getInt(State.FRAME) == frame
                && mem.getInt(frame + Frame.PC) == pc
                && mem.getInt(frame + Frame.FUNCTION) == func
                && mem.getInt(State.COROUTINE) == coroutine;
    }

    /** Whether a frame has called, or resumed, by way of a library function. */
    private boolean isLibraryAbove(int frame) {
        return (mem.getInt(frame + Frame.BYTES + Frame.FLAGS) & FrameFlag.BUILTIN) != 0;
    }

    /** Whether an error of what runs now comes to no frame but those above one. */
    private boolean isCaughtAbove(int coroutine, int frame) {
        return mem.getInt(State.COROUTINE) != coroutine || unwinder.nearestProtected() > frame;
    }

    private int unwind() {
        try {
            return unwinder.unwind();
        } catch (Signal.GuestError error) {
            return CompiledStatus.UNWIND;
        } catch (Signal.OutOfMemory full) {
            return CompiledStatus.COLLECT;
        } catch (Signal.Stop stop) {
            return Exit.STOPPED;
        }
    }
}
