package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Header;
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
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Positions;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * Coroutines (manual §2.6 and §6.2). To resume or to yield is to exchange the running coroutine in memory: the
 * builtin's frame stays behind, and the outcome that follows belongs to the frame that runs now.
 *
 * <p>The base frame of every coroutine is the builtin {@link Builtin#COROUTINE_BODY}, with the coroutine's function in
 * the slot above. After an error COUNT of the base frame is 1, and the error waits above the frame that failed; while
 * variables are closed, it waits in the slot above the base frame's function.
 */
public final class CoroutineLibrary {
    /** Where the body goes on when its function has returned. */
    static final int STEP_DONE = 1;

    private final Memory mem;
    private final Value values;
    private final TextBuffer text;
    private final Heap heap;
    private final Calls calls;
    private final Stacks stacks;
    private final Nesting nesting;
    private final CoroutineSwitch switching;
    private final Closures closures;
    private final Arguments arguments;
    private final Positions positions;
    private final ProtectedCalls protectedCalls;
    private final Errors errors;

    public CoroutineLibrary(
            Memory mem,
            Value values,
            TextBuffer text,
            Heap heap,
            Calls calls,
            Stacks stacks,
            Nesting nesting,
            CoroutineSwitch switching,
            Closures closures,
            Arguments arguments,
            Positions positions,
            ProtectedCalls protectedCalls,
            Errors errors) {
        this.mem = mem;
        this.values = values;
        this.text = text;
        this.heap = heap;
        this.calls = calls;
        this.stacks = stacks;
        this.nesting = nesting;
        this.switching = switching;
        this.closures = closures;
        this.arguments = arguments;
        this.positions = positions;
        this.protectedCalls = protectedCalls;
        this.errors = errors;
    }

    private static int slot(int func, int index) {
        return func + (index << Layout.SLOT_SHIFT);
    }

    private int running() {
        return mem.getInt(State.COROUTINE);
    }

    // --- creation ---

    public int create(int func, int count) {
        int function = arguments.function(func, count, 1);
        values.set(func, newCoroutine(function), Tag.COROUTINE);
        return 1;
    }

    private int newCoroutine(int function) {
        int coroutine = stacks.newCoroutine();
        int stack = mem.getInt(coroutine + Coroutine.STACK);
        values.set(stack, Builtin.COROUTINE_BODY, Tag.BUILTIN);
        values.copy(stack + Layout.SLOT, function);
        int base = mem.getInt(coroutine + Coroutine.FRAMES);
        mem.putInt(base + Frame.TOP, stack + (2 + Calls.BUILTIN_SLOTS << Layout.SLOT_SHIFT));
        mem.putInt(coroutine + Coroutine.TOP, stack + 2 * Layout.SLOT);
        stacks.setStatus(coroutine, CoroutineStatus.SUSPENDED);
        return coroutine;
    }

    public int wrap(int func, int count) {
        int function = arguments.function(func, count, 1);
        int coroutine = newCoroutine(function);
        values.set(State.SCRATCH_SLOTS + 2 * Layout.SLOT, coroutine, Tag.COROUTINE);
        int closure = heap.newObject(Tag.BUILTIN_CLOSURE, BuiltinClosure.UPVALUES + Layout.SLOT);
        mem.putByte(closure + Header.EXTRA, 1);
        mem.putInt(closure + BuiltinClosure.ID, Builtin.COROUTINE_WRAP_CALL);
        mem.putInt(closure + BuiltinClosure.GRAY, 0);
        values.set(closure + BuiltinClosure.UPVALUES, coroutine, Tag.COROUTINE);
        values.set(func, closure, Tag.BUILTIN_CLOSURE);
        return 1;
    }

    // --- resume ---

    private int coroutineArgument(int func, int count) {
        if (arguments.tag(func, count, 1) != Tag.COROUTINE) {
            errors.argumentType(func, count, 1, errors.text(Name.TYPE_THREAD));
        }
        return values.object(slot(func, 1));
    }

    public int resume(int func, int count) {
        int coroutine = coroutineArgument(func, count);
        int refusal = refusal(coroutine);
        if (refusal != 0) {
            values.setBoolean(func, false);
            values.setObject(slot(func, 1), errors.text(refusal));
            return 2;
        }
        return switchTo(coroutine, slot(func, 2), count - 1);
    }

    /** The function that wrap made. */
    public int wrapCall(int func, int count) {
        int coroutine = mem.getInt(values.object(func) + BuiltinClosure.UPVALUES);
        int refusal = refusal(coroutine);
        return refusal != 0 ? errors.raise(refusal, 0, 0, 0) : switchTo(coroutine, slot(func, 1), count);
    }

    private int refusal(int coroutine) {
        int status = stacks.status(coroutine);
        if (status == CoroutineStatus.SUSPENDED) {
            return nesting.allowsResume(coroutine) ? 0 : Name.ERROR_C_STACK_OVERFLOW;
        }
        return status == CoroutineStatus.DEAD ? Name.ERROR_RESUME_DEAD : Name.ERROR_RESUME_NON_SUSPENDED;
    }

    /** Runs a suspended coroutine with values from the running one's stack. */
    @Inline
    private int switchTo(int coroutine, int from, int count) {
        int frame = mem.getInt(coroutine + Coroutine.FRAME);
        int target = stacks.reserveIn(coroutine, mem.getInt(frame + Frame.FUNCTION), count + 2 + Calls.BUILTIN_SLOTS);
        switching.enter(coroutine);
        if (frame == mem.getInt(coroutine + Coroutine.FRAMES)) {
            switching.copyAll(slot(target, 2), from, count);
            return calls.callFromBuiltin(target, slot(target, 1), count, STEP_DONE);
        }
        switching.copyAll(target, from, count);
        return count;
    }

    // --- yield ---

    public int yield(int func, int count) {
        if (running() == mem.getInt(State.MAIN)) {
            return errors.runtime(Name.ERROR_YIELD_OUTSIDE, 0, 0, 0);
        }
        if (!switching.isYieldable(mem.getInt(State.FRAME))) {
            return errors.runtime(Name.ERROR_YIELD_BOUNDARY, 0, 0, 0);
        }
        return handBack(CoroutineStatus.SUSPENDED, slot(func, 1), count, true);
    }

    /**
     * Gives values, and the turn, to the coroutine that resumed this one. For one or two values there is room: then
     * nothing is allocated.
     */
    @Inline
    private int handBack(int status, int from, int count, boolean succeeded) {
        int resumer = mem.getInt(running() + Coroutine.RESUMER);
        int func = stacks.reserveIn(
                resumer, mem.getInt(mem.getInt(resumer + Coroutine.FRAME) + Frame.FUNCTION), count + 2);
        switching.handBack(status);
        if (values.tag(func) == Tag.BUILTIN_CLOSURE) {
            return receiveWrapped(func, from, count, succeeded);
        }
        values.setBoolean(func, succeeded);
        switching.copyAll(slot(func, 1), from, count);
        return count + 1;
    }

    @Inline
    private int receiveWrapped(int func, int from, int count, boolean succeeded) {
        if (succeeded) {
            switching.copyAll(func, from, count);
            return count;
        }
        values.copy(slot(func, 1), from);
        if (values.isString(from)) {
            addPosition(slot(func, 1));
        }
        return errors.throwValue(slot(func, 1));
    }

    /** Without memory for it, no position: the coroutine is dead already, so that nothing can be repeated. */
    private void addPosition(int message) {
        int begin = text.length();
        try {
            positions.appendPrefixIfKnown(mem.getInt(State.FRAME) - Frame.BYTES);
            text.appendString(values.object(message));
            values.setObject(message, text.takeMessage(begin));
        } catch (Signal.OutOfMemory full) {
            text.truncate(begin);
        }
    }

    // --- the body ---

    public int bodyStep(int func, int count, int step, int callee, int results) {
        int base = mem.getInt(State.FRAME);
        if ((mem.getInt(base + Frame.FLAGS) & FrameFlag.CLOSING) != 0) {
            return closingStep(func, base, step);
        }
        if (step == STEP_DONE) {
            return handBack(CoroutineStatus.DEAD, callee, results, true);
        }
        closures.close(slot(func, 1));
        mem.putInt(base + Frame.COUNT, 1);
        if (isWrapped()) {
            values.copy(slot(func, 1), State.ERROR_VALUE);
            mem.putInt(base + Frame.FLAGS, mem.getInt(base + Frame.FLAGS) | FrameFlag.CLOSING);
            return closingStep(func, base, step);
        }
        return die();
    }

    /** Ends the running coroutine by an error. The frames that failed stay, with the error above, for tracebacks. */
    private int die() {
        int coroutine = running();
        int failed = mem.getInt(State.FAILED_FRAME);
        int error = mem.getInt(failed + Frame.TOP);
        values.copy(error, State.ERROR_VALUE);
        mem.putInt(State.FRAME, failed);
        values.setNil(State.ERROR_VALUE);
        int outcome = handBack(CoroutineStatus.DEAD, error, 1, false);
        mem.putInt(coroutine + Coroutine.TOP, slot(error, 1));
        return outcome;
    }

    private boolean isWrapped() {
        int resumer = mem.getInt(running() + Coroutine.RESUMER);
        int frame = mem.getInt(resumer + Coroutine.FRAME);
        return values.tag(mem.getInt(frame + Frame.FUNCTION)) == Tag.BUILTIN_CLOSURE;
    }

    // --- close ---

    public int close(int func, int count) {
        int coroutine = coroutineArgument(func, count);
        int status = stacks.status(coroutine);
        if (status == CoroutineStatus.RUNNING || status == CoroutineStatus.NORMAL) {
            return errors.raise(Name.ERROR_CLOSE_COROUTINE, statusText(status), 0, 0);
        }
        switching.enter(coroutine);
        int error = mem.getInt(mem.getInt(State.FRAME) + Frame.TOP);
        int base = mem.getInt(coroutine + Coroutine.FRAMES);
        stacks.unwindTo(base);
        nesting.reset();
        mem.putInt(base + Frame.FLAGS, mem.getInt(base + Frame.FLAGS) | FrameFlag.CLOSING);
        int body = mem.getInt(base + Frame.FUNCTION);
        closures.close(slot(body, 1));
        if (mem.getInt(base + Frame.COUNT) == 0) {
            values.setNil(slot(body, 1));
        } else {
            values.copy(slot(body, 1), error);
        }
        return closingStep(body, base, 0);
    }

    private int closingStep(int func, int base, int step) {
        if (step == Library.STEP_ERROR) {
            mem.putInt(base + Frame.COUNT, 1);
        }
        int outcome = protectedCalls.close(func, slot(func, 1), step);
        if (outcome != 0) {
            return outcome;
        }
        boolean failed = mem.getInt(base + Frame.COUNT) != 0;
        mem.putInt(base + Frame.COUNT, 0);
        mem.putInt(base + Frame.FLAGS, mem.getInt(base + Frame.FLAGS) & ~FrameFlag.CLOSING);
        return handBack(CoroutineStatus.DEAD, slot(func, 1), failed ? 1 : 0, !failed);
    }

    // --- state ---

    public int status(int func, int count) {
        values.setObject(func, statusText(stacks.status(coroutineArgument(func, count))));
        return 1;
    }

    private int statusText(int status) {
        switch (status) {
            case CoroutineStatus.SUSPENDED:
                return errors.text(Name.STATUS_SUSPENDED);
            case CoroutineStatus.RUNNING:
                return errors.text(Name.STATUS_RUNNING);
            case CoroutineStatus.NORMAL:
                return errors.text(Name.STATUS_NORMAL);
            default:
                return errors.text(Name.STATUS_DEAD);
        }
    }

    public int isYieldable(int func, int count) {
        int coroutine = count == 0 ? running() : coroutineArgument(func, count);
        values.setBoolean(
                func,
                coroutine == running()
                        ? switching.isYieldable(mem.getInt(State.FRAME))
                        : coroutine != mem.getInt(State.MAIN));
        return 1;
    }

    public int running(int func, int count) {
        values.set(func, running(), Tag.COROUTINE);
        values.setBoolean(slot(func, 1), running() == mem.getInt(State.MAIN));
        return 2;
    }
}
