package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.Closures;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Metamethods;
import dev.moonlift.runtime.memory.Memory;

/**
 * The builtins at which errors stop: pcall, xpcall, the host's calls, finalizers, and the body of a coroutine being
 * closed. When an error comes to such a frame, what was pending above it is closed first (manual §3.3.8), each close
 * method seeing the error and perhaps replacing it; the error waits in the slot of the function that was called.
 */
public final class ProtectedCalls {
    /** The protected function has returned. */
    public static final int STEP_DONE = 1;
    /** A close method has returned, after an error. */
    private static final int STEP_CLOSED = 2;

    private final Memory mem;
    private final Value values;
    private final Arguments arguments;
    private final Calls calls;
    private final Closures closures;
    private final Metamethods metamethods;
    private final Collector collector;
    private final Warnings warnings;

    public ProtectedCalls(
            Memory mem,
            Value values,
            Arguments arguments,
            Calls calls,
            Closures closures,
            Metamethods metamethods,
            Collector collector,
            Warnings warnings) {
        this.mem = mem;
        this.values = values;
        this.arguments = arguments;
        this.calls = calls;
        this.closures = closures;
        this.metamethods = metamethods;
        this.collector = collector;
        this.warnings = warnings;
    }

    /** Makes the running builtin's frame one that is told of errors. */
    public void protect() {
        int flags = mem.getInt(State.FRAME) + Frame.FLAGS;
        mem.putInt(flags, mem.getInt(flags) | FrameFlag.PROTECTED);
    }

    // --- pcall, xpcall, the host's calls ---

    public int pcall(int func, int count) {
        arguments.any(func, count, 1);
        protect();
        return calls.callFromBuiltin(func, func + Layout.SLOT, count - 1, STEP_DONE);
    }

    public int pcallStep(int func, int count, int step, int callee, int results) {
        if (step == STEP_DONE) {
            return succeed(func, callee, results);
        }
        int closing = close(func, func + Layout.SLOT, step);
        return closing != 0 ? closing : answerFailure(func, func + Layout.SLOT);
    }

    /** Leaves function and handler exchanged, so that the function lies below its arguments. */
    public int xpcall(int func, int count) {
        arguments.function(func, count, 2);
        int function = func + Layout.SLOT;
        int handler = function + Layout.SLOT;
        values.copy(State.SCRATCH_SLOTS, function);
        values.copy(function, handler);
        values.copy(handler, State.SCRATCH_SLOTS);
        protect();
        return calls.callFromBuiltin(func, handler, count - 2, STEP_DONE);
    }

    public int xpcallStep(int func, int count, int step, int callee, int results) {
        if (step == STEP_DONE) {
            return succeed(func, callee, results);
        }
        int callSlot = func + 2 * Layout.SLOT;
        int closing = close(func, callSlot, step);
        return closing != 0 ? closing : answerFailure(func, callSlot);
    }

    private int succeed(int func, int callee, int results) {
        values.setBoolean(func, true);
        if (callee != func + Layout.SLOT) {
            mem.copy(func + Layout.SLOT, callee, results << Layout.SLOT_SHIFT);
            mem.putInt(State.FUEL, mem.getInt(State.FUEL) - results / FuelCost.ELEMENTS_PER_UNIT);
        }
        return results + 1;
    }

    private int answerFailure(int func, int errorSlot) {
        values.copy(func + Layout.SLOT, errorSlot);
        values.setNil(State.ERROR_VALUE);
        values.setBoolean(func, false);
        return 2;
    }

    /**
     * One step of closing after an error: begins with the error in ERROR_VALUE, keeps it at {@code level}.
     *
     * @return the outcome CALL, or 0 when nothing is pending any more
     */
    public int close(int func, int level, int step) {
        if (step == Library.STEP_ERROR) {
            values.copy(level, State.ERROR_VALUE);
            closures.close(level);
        }
        int pending = closures.pendingToClose(level + Layout.SLOT);
        if (pending == 0) {
            return 0;
        }
        closures.popToClose();
        int at = pending + Layout.SLOT;
        closures.layOutClose(pending, at, metamethods.event(pending, Name.CLOSE));
        values.copy(at + 2 * Layout.SLOT, level);
        return calls.callFromBuiltin(func, at, 2, STEP_CLOSED);
    }

    /** A call that the host makes: function and arguments above. */
    public int hostEntry(int func, int count) {
        protect();
        return calls.callFromBuiltin(func, func + Layout.SLOT, count - 1, STEP_DONE);
    }

    /** Hands over the results, or ends the host's call with the error. */
    public int hostEntryStep(int func, int count, int step, int callee, int results) {
        if (step == STEP_DONE) {
            for (int i = 0; i < results; i++) {
                values.copy(func + (i << Layout.SLOT_SHIFT), callee + (i << Layout.SLOT_SHIFT));
            }
            return results;
        }
        int closing = close(func, func + Layout.SLOT, step);
        if (closing != 0) {
            return closing;
        }
        values.copy(State.ERROR_VALUE, func + Layout.SLOT);
        mem.putInt(State.HOST_FAILED, 1);
        return 0;
    }

    // --- message handlers ---

    public int messageHandler(int func, int count) {
        return calls.callFromBuiltin(func, func + Layout.SLOT, 1, STEP_DONE);
    }

    /** Throws what the handler returned; the frame's flags tell that it is handled. */
    public int messageHandlerStep(int func, int count, int step, int callee, int results) {
        if (results == 0) {
            values.setNil(State.ERROR_VALUE);
        } else {
            values.copy(State.ERROR_VALUE, callee);
        }
        int flags = mem.getInt(State.FRAME) + Frame.FLAGS;
        mem.putInt(flags, mem.getInt(flags) | FrameFlag.RETURNING);
        throw Signal.GUEST_ERROR;
    }

    // --- finalizers ---

    /** Calls the finalizers that are due, one after the other; an error in one is a warning. */
    public int finalizeDue(int func, int count) {
        protect();
        return finalizeNext(func);
    }

    public int finalizeDueStep(int func, int count, int step, int callee, int results) {
        mem.putInt(State.FINALIZING, 0);
        if (step == STEP_DONE) {
            return finalizeNext(func);
        }
        int closing = close(func, func + Layout.SLOT, step);
        if (closing != 0) {
            return closing;
        }
        int message = warnings.finalizerMessage(func + Layout.SLOT);
        if (message != 0 && warnings.areOn()) {
            values.setObject(func + Layout.SLOT, message);
            return calls.askHostThen(HostService.WRITE_ERROR, func, 1, STEP_DONE);
        }
        return finalizeNext(func);
    }

    private int finalizeNext(int func) {
        int object = collector.nextFinalizable();
        while (object != 0) {
            int at = func + 2 * Layout.SLOT;
            values.setObject(at + Layout.SLOT, object);
            int node = metamethods.event(at + Layout.SLOT, Name.GC);
            metamethods.copyEvent(at, node);
            if (calls.isFunction(at)) {
                mem.putInt(State.FINALIZING, 1);
                return calls.callFromBuiltin(func, at, 1, STEP_DONE);
            }
            object = collector.nextFinalizable();
        }
        return 0;
    }
}
