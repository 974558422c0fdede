package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.jit.CodeTable;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.kernel.lib.CoroutineSwitch;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * What compiled code asks of the kernel that may call, raise or switch: instructions as the interpreter does them, and
 * on with what they have entered. Registers that an instruction may look at, and the frame's, are in memory when it
 * asks; no signal passes through compiled code. {@link LeafRequests} is for what does none of that.
 */
public final class CompiledCode {
    /** What {@link State#COMPILED_ROOM} is where the interpreter enters compiled code. */
    static final int ROOM = 6400;
    /** What a call through the kernel takes of it; a direct call takes 1 or a little more. */
    public static final int CALL_ROOM = 10;
    /** What a coroutine takes of it: where it goes on there is the code for that and, above it, that of a loop. */
    private static final int COROUTINE_ROOM = 2 * CALL_ROOM;

    private final Memory mem;
    private final CodeTable code;
    private final LeafRequests leaf;
    private final Calls calls;
    private final Instructions instructions;
    private final Invocation invocation;
    private final Unwinder unwinder;
    private final Entrances entrances;
    private final CoroutineSwitch switching;

    public CompiledCode(
            Memory mem,
            CodeTable code,
            LeafRequests leaf,
            Calls calls,
            Instructions instructions,
            Invocation invocation,
            Unwinder unwinder,
            Entrances entrances,
            CoroutineSwitch switching) {
        this.mem = mem;
        this.code = code;
        this.leaf = leaf;
        this.calls = calls;
        this.instructions = instructions;
        this.invocation = invocation;
        this.unwinder = unwinder;
        this.entrances = entrances;
        this.switching = switching;
    }

    /**
     * Does an instruction as the interpreter does it in general, and what it calls, if that is compiled.
     *
     * @param pc address behind the instruction
     * @param next address of the next instruction: further on, if it has an operand behind it
     * @return 0 to go on there with all registers where they were, or what to answer
     */
    public int general(int frame, int pc, int next) {
        mem.putInt(frame + Frame.PC, pc);
        int func = mem.getInt(frame + Frame.FUNCTION);
        return goOn(execute(frame, func + Layout.SLOT), frame, func, next);
    }

    /** As {@link #general} for the instruction CALL, as the interpreter does that. */
    public int call(int i, int frame, int pc) {
        mem.putInt(frame + Frame.PC, pc);
        int func = mem.getInt(frame + Frame.FUNCTION);
        int a = func + Layout.SLOT + (i >>> 4 & 0xFF0);
        int count = valueCount(i, a);
        int wanted = (i >>> 24) - 1;
        if (mem.getByte(a + Layout.TAG) != Tag.CLOSURE) {
            if (isOpen(i) && leaf.builtin(a, count, wanted) != 0) {
                mem.putInt(State.REPEATED_FRAME, 0);
                return 0;
            }
            return goOn(callOther(a, count, wanted), frame, func, pc);
        }
        if (calls.enterPlain(a, count, wanted) == 0) {
            int status = enterLua(a, count, wanted);
            if (status != 0) {
                return status;
            }
        }
        return mem.getInt(State.FUEL) < 0 ? Exit.FUEL : run(frame, func, pc);
    }

    /** Whether a CALL passes or takes as many values as there are: compiled code has not tried it as a leaf then. */
    private static boolean isOpen(int i) {
        return (i >>> 16 & 0xFF) == 0 || i >>> 24 == 0;
    }

    /** The number of values above a slot that an instruction's B says, or TOP. */
    private int valueCount(int i, int below) {
        int b = i >>> 16 & 0xFF;
        return b != 0 ? b - 1 : (mem.getInt(State.TOP) - below >> Layout.SLOT_SHIFT) - 1;
    }

    /** After an instruction: leaves, runs a function that it has entered, or goes on. */
    private int goOn(int status, int frame, int func, int next) {
        if (status > 0 || status < Invocation.RELOAD) {
            return status;
        }
        mem.putInt(State.REPEATED_FRAME, 0);
        if (mem.getInt(State.DEBT) > 0 && !instructions.collectsWithin()) {
            return CompiledStatus.SAFEPOINT;
        }
        if (mem.getInt(State.FUEL) < 0) {
            return Exit.FUEL;
        }
        if (status == 0) {
            // Registers and PC are as they were, but a call may have moved the frames.
            return mem.getInt(State.FRAME) == frame ? 0 : CompiledStatus.INTERPRET;
        }
        if (hasResumed(frame)) {
            return runCoroutine(frame, func, next);
        }
        if (isNewLuaFrame(frame)) {
            return run(frame, func, next);
        }
        if (isProtectedCall(frame + Frame.BYTES)) {
            return afterProtected(runEntered(), frame, func, next);
        }
        return isCallByBuiltin(frame + Frame.BYTES) ? runCallees(frame, func, next) : afterReload(frame, func, next);
    }

    private boolean isNewLuaFrame(int frame) {
        int entered = frame + Frame.BYTES;
        return mem.getInt(State.FRAME) == entered && (mem.getInt(entered + Frame.FLAGS) & FrameFlag.BUILTIN) == 0;
    }

    /** Whether a frame is of a builtin at which errors stop, and a Lua function has been entered above it. */
    private boolean isProtectedCall(int frame) {
        return isNewLuaFrame(frame) && (mem.getInt(frame + Frame.FLAGS) & PROTECTED) == PROTECTED;
    }

    /** Whether a frame is of a builtin, and a Lua function has been entered above it. */
    private boolean isCallByBuiltin(int frame) {
        return isNewLuaFrame(frame) && (mem.getInt(frame + Frame.FLAGS) & FrameFlag.BUILTIN) != 0;
    }

    private static final int PROTECTED = FrameFlag.BUILTIN | FrameFlag.PROTECTED;

    /**
     * What follows when the code of a function that a protected call called has ended: the results or the error come to
     * the caller.
     *
     * @param status how it ended
     * @param frame the caller's frame, with the address of the next instruction in its PC
     * @param func the caller's function slot
     * @param next address of the next instruction
     * @return 0 to go on there, with all registers where they were, or what to answer
     */
    public int afterProtected(int status, int frame, int func, int next) {
        if (status == CompiledStatus.UNWIND) {
            int outcome = unwinder.unwindPlain(frame + Frame.BYTES) ? Invocation.RELOAD : attempt(UNWIND, 0, 0, 0);
            // An error is no safepoint. Where a collection is due, the interpreter knows the next one.
            boolean isDue = mem.getInt(State.DEBT) > 0;
            return isDue ? outcome : goOnIfReloaded(outcome, frame, func, next);
        }
        if (status != CompiledStatus.RETURNED) {
            return status == CompiledStatus.DECLINED ? CompiledStatus.INTERPRET : status;
        }
        if (!invocation.isBackInBuiltin()) {
            return afterReload(frame, func, next);
        }
        return goOnIfReloaded(returnToBuiltin(), frame, func, next);
    }

    /** Goes on with a builtin to which compiled code has returned, and does the safepoint behind that. */
    private int returnToBuiltin() {
        int outcome = attempt(RETURN_TO_BUILTIN, 0, 0, 0);
        if (outcome == Invocation.RELOAD) {
            mem.putInt(State.REPEATED_FRAME, 0);
            if (mem.getInt(State.DEBT) > 0 && !instructions.collectsWithin()) {
                return CompiledStatus.SAFEPOINT;
            }
        }
        return outcome;
    }

    /** Runs what a builtin calls, one function after the other, until it has returned or something is not compiled. */
    private int runCallees(int frame, int func, int next) {
        int room = mem.getInt(State.COMPILED_ROOM);
        do {
            mem.putInt(State.COMPILED_ROOM, room);
            int status = runEntered();
            if (status != CompiledStatus.RETURNED || !invocation.isBackInBuiltin()) {
                return status == CompiledStatus.RETURNED ? afterReload(frame, func, next) : status;
            }
            int outcome = returnToBuiltin();
            if (outcome != Invocation.RELOAD) {
                return outcome;
            }
            if (mem.getInt(State.FUEL) < 0) {
                return Exit.FUEL;
            }
        } while (isCallByBuiltin(frame + Frame.BYTES));
        return afterReload(frame, func, next);
    }

    private int goOnIfReloaded(int outcome, int frame, int func, int next) {
        if (outcome != Invocation.RELOAD) {
            return outcome;
        }
        return mem.getInt(State.FUEL) < 0 ? Exit.FUEL : afterReload(frame, func, next);
    }

    private int run(int frame, int func, int next) {
        int status = runEntered();
        return status == CompiledStatus.RETURNED ? afterReload(frame, func, next) : status;
    }

    /** Runs the code of the function that was entered just now, if it has any and the native stack is not used up. */
    private int runEntered() {
        int entered = mem.getInt(State.FRAME);
        int closure = mem.getInt(mem.getInt(entered + Frame.FUNCTION));
        int number = mem.getInt(mem.getInt(closure + Closure.PROTOTYPE) + Prototype.DIRECT);
        int room = mem.getInt(State.COMPILED_ROOM) - CALL_ROOM;
        if (number == 0 || room < 0) {
            return CompiledStatus.INTERPRET;
        }
        mem.putInt(State.COMPILED_ROOM, room);
        int status = code.call(number + 1, entered);
        return status == CompiledStatus.DECLINED ? CompiledStatus.INTERPRET : status;
    }

    /**
     * Whether nothing but the work is different now, as after a call. Else frames or stack have moved, and the
     * addresses that the code holds are old, or control is elsewhere.
     */
    private int afterReload(int frame, int func, int pc) {
        boolean isSame = mem.getInt(State.FRAME) == frame
                && mem.getInt(frame + Frame.PC) == pc
                && mem.getInt(frame + Frame.FUNCTION) == func;
        return isSame ? 0 : CompiledStatus.INTERPRET;
    }

    // --- coroutines ---
    // Who resumes waits for who is resumed. So the code of a coroutine may run nested in a request of the one that has
    // resumed it: when it yields or ends, that one's frame is the running one again, and its code goes on. The code
    // that yields finds another frame than its own and leaves, as does all that has called it, down to that request.

    /** As {@link #call} of what is expected to be {@code yield}, from a function that does not pass for a builtin. */
    public int yieldBy(int i, int frame, int pc) {
        int a = mem.getInt(frame + Frame.FUNCTION) + Layout.SLOT + (i >>> 4 & 0xFF0);
        mem.putInt(frame + Frame.PC, pc);
        if (mem.getByte(a + Layout.TAG) != Tag.BUILTIN
                || mem.getInt(a) != Builtin.COROUTINE_YIELD
                || !switching.handBack(a, valueCount(i, a), (i >>> 24) - 1)) {
            return call(i, frame, pc);
        }
        int status = safepoint();
        return status == 0 ? CompiledStatus.INTERPRET : status;
    }

    /** As {@link #call} of what is expected to be {@code resume}. */
    public int resumeBy(int i, int frame, int pc) {
        int func = mem.getInt(frame + Frame.FUNCTION);
        int a = func + Layout.SLOT + (i >>> 4 & 0xFF0);
        mem.putInt(frame + Frame.PC, pc);
        if (mem.getByte(a + Layout.TAG) != Tag.BUILTIN
                || mem.getInt(a) != Builtin.COROUTINE_RESUME
                || !switching.resume(a, valueCount(i, a), (i >>> 24) - 1)) {
            return call(i, frame, pc);
        }
        return afterResume(frame, func, pc);
    }

    /** As {@link #call} of what is expected to be a function that {@code wrap} made. */
    public int resumeWrapped(int i, int frame, int pc) {
        int func = mem.getInt(frame + Frame.FUNCTION);
        int a = func + Layout.SLOT + (i >>> 4 & 0xFF0);
        mem.putInt(frame + Frame.PC, pc);
        return isWrapper(a) && switching.resumeWrapped(a, valueCount(i, a), (i >>> 24) - 1)
                ? afterResume(frame, func, pc)
                : call(i, frame, pc);
    }

    /** As {@link #general} for a TFORCALL, where the iterator is expected to be such a function. */
    public int resumeNext(int i, int frame, int pc) {
        int func = mem.getInt(frame + Frame.FUNCTION);
        int a = func + Layout.SLOT + (i >>> 4 & 0xFF0);
        if (!isWrapper(a)) {
            return general(frame, pc, pc);
        }
        mem.putInt(frame + Frame.PC, pc);
        if (switching.resumeNext(a, a + 4 * Layout.SLOT, i >>> 24)) {
            return afterResume(frame, func, pc);
        }
        return goOn(callBuiltin(instructions.layOutIteration(a), 2, i >>> 24), frame, func, pc);
    }

    @Inline
    private boolean isWrapper(int slot) {
        return mem.getByte(slot + Layout.TAG) == Tag.BUILTIN_CLOSURE
                && mem.getInt(mem.getInt(slot) + BuiltinClosure.ID) == Builtin.COROUTINE_WRAP_CALL;
    }

    @Inline
    private int afterResume(int frame, int func, int next) {
        int status = safepoint();
        return status == 0 ? runCoroutine(frame, func, next) : status;
    }

    /** The safepoint behind an instruction that has gone to another coroutine; 0 to go on there. */
    @Inline
    private int safepoint() {
        mem.putInt(State.REPEATED_FRAME, 0);
        if (mem.getInt(State.DEBT) > 0 && !instructions.collectsWithin()) {
            return CompiledStatus.SAFEPOINT;
        }
        return mem.getInt(State.FUEL) < 0 ? Exit.FUEL : 0;
    }

    /** Whether the function of a frame has resumed a coroutine, which is the running one now. */
    private boolean hasResumed(int frame) {
        int resumer = mem.getInt(mem.getInt(State.COROUTINE) + Coroutine.RESUMER);
        return resumer != 0 && mem.getInt(resumer + Coroutine.FRAME) == frame + Frame.BYTES;
    }

    /**
     * Runs the running coroutine as long as that can be done by compiled code, then what has resumed it, if it has
     * yielded or ended.
     *
     * @param frame of the function that has resumed it
     * @param next address of that function's next instruction
     */
    @Inline
    private int runCoroutine(int frame, int func, int next) {
        int room = mem.getInt(State.COMPILED_ROOM) - COROUTINE_ROOM;
        if (room < 0) {
            return CompiledStatus.INTERPRET;
        }
        mem.putInt(State.COMPILED_ROOM, room);
        int coroutine = mem.getInt(State.COROUTINE);
        int status = entrances.runOn();
        if (status == CompiledStatus.INTERPRET && mem.getInt(State.COROUTINE) == coroutine) {
            status = returnIfNext();
        }
        if (status == CompiledStatus.RETURNED) {
            status = runCallers(room);
        }
        if (status == CompiledStatus.DECLINED) {
            return CompiledStatus.INTERPRET;
        }
        return goOnIfReloaded(status, frame, func, next);
    }

    /**
     * Returns from the running function if that is its next instruction: where a loop is all that the body of a
     * coroutine does, its code goes on as that of the loop, and has ended before.
     */
    private int returnIfNext() {
        int frame = mem.getInt(State.FRAME);
        int pc = mem.getInt(frame + Frame.PC);
        if ((mem.getInt(frame + Frame.FLAGS) & FrameFlag.BUILTIN) != 0) {
            return CompiledStatus.INTERPRET;
        }
        int op = mem.getByte(pc);
        boolean isReturn = op == Op.RETURN || op == Op.RETURN0 || op == Op.RETURN1;
        return isReturn ? leave(frame, pc + 4) : CompiledStatus.INTERPRET;
    }

    /** Goes on in what the code of a coroutine has returned to, as far as that is compiled. */
    private int runCallers(int room) {
        int coroutine = mem.getInt(State.COROUTINE);
        int status = CompiledStatus.RETURNED;
        while (status == CompiledStatus.RETURNED) {
            status = Invocation.RELOAD;
            if (invocation.isBackInBuiltin()) {
                status = returnToBuiltin();
            }
            boolean isSame = mem.getInt(State.COROUTINE) == coroutine && mem.getInt(State.FUEL) >= 0;
            if (status == Invocation.RELOAD && isSame) {
                mem.putInt(State.COMPILED_ROOM, room);
                status = entrances.runOn();
            }
        }
        return status;
    }

    // --- signals become statuses ---

    private static final int EXECUTE = 0;
    private static final int CALL_OTHER = 1;
    private static final int RETURN_TO_BUILTIN = 2;
    private static final int UNWIND = 3;
    private static final int CALL_BUILTIN = 4;

    private int execute(int frame, int base) {
        return attempt(EXECUTE, frame, base, 0);
    }

    private int callOther(int func, int count, int wanted) {
        return attempt(CALL_OTHER, func, count, wanted);
    }

    private int callBuiltin(int func, int count, int wanted) {
        return attempt(CALL_BUILTIN, func, count, wanted);
    }

    private int enterLua(int func, int count, int wanted) {
        try {
            calls.enterLua(func, count, wanted, 0);
            return 0;
        } catch (Signal.GuestError error) {
            return CompiledStatus.UNWIND;
        } catch (Signal.OutOfMemory full) {
            return CompiledStatus.COLLECT;
        } catch (Signal.Stop stop) {
            return Exit.STOPPED;
        }
    }

    private int attempt(int what, int first, int second, int wanted) {
        try {
            switch (what) {
                case EXECUTE:
                    return instructions.execute(first, second, mem.getInt(first + Frame.CONSTANTS));
                case RETURN_TO_BUILTIN:
                    return invocation.goOnAfterCallee();
                case UNWIND:
                    return unwinder.unwind();
                case CALL_BUILTIN:
                    return invocation.callBuiltin(first, second, wanted);
                default:
                    return invocation.callOther(first, second, wanted);
            }
        } catch (Signal.GuestError error) {
            return CompiledStatus.UNWIND;
        } catch (Signal.OutOfMemory full) {
            return CompiledStatus.COLLECT;
        } catch (Signal.Stop stop) {
            return Exit.STOPPED;
        }
    }

    // --- the ends of functions ---

    /**
     * Replaces the running function by the one that it calls last, as the interpreter does, and runs that, if it is
     * compiled; answers RETURNED if that has returned.
     *
     * @param i the instruction TAILCALL
     * @param pc address behind the instruction, where RETURN is
     */
    public int tail(int i, int frame, int pc) {
        mem.putInt(frame + Frame.PC, pc);
        int base = mem.getInt(frame + Frame.FUNCTION) + Layout.SLOT;
        int a = base + (i >>> 4 & 0xFF0);
        int count = valueCount(i, a);
        boolean isPlain = i >>> 24 == 0 && calls.replacePlain(frame, a, count);
        int status = isPlain ? Invocation.RELOAD : execute(frame, base);
        if (status > 0 || status < Invocation.RELOAD) {
            return status;
        }
        if (!isPlain) {
            mem.putInt(State.REPEATED_FRAME, 0);
            if (mem.getInt(State.DEBT) > 0) {
                return CompiledStatus.SAFEPOINT;
            }
        }
        if (mem.getInt(State.FUEL) < 0) {
            return Exit.FUEL;
        }
        if (hasResumed(frame)) {
            int resumed = runCoroutine(frame, base - Layout.SLOT, pc);
            return resumed == 0 ? leave(frame, pc + 4) : resumed;
        }
        if (mem.getInt(State.FRAME) != frame) {
            return isProtectedCall(frame + Frame.BYTES) ? returnProtected(frame, base, pc) : CompiledStatus.INTERPRET;
        }
        return mem.getInt(frame + Frame.PC) == pc ? leave(frame, pc + 4) : runEntered();
    }

    /** Runs what a protected call has entered, and returns what that gives. */
    private int returnProtected(int frame, int base, int pc) {
        int status = afterProtected(runEntered(), frame, base - Layout.SLOT, pc);
        return status == 0 ? leave(frame, pc + 4) : status;
    }

    /**
     * Returns from the running function as the interpreter does; answers RETURNED if that has led to its caller.
     *
     * @param pc address behind the instruction
     */
    public int leave(int frame, int pc) {
        mem.putInt(frame + Frame.PC, pc);
        int base = mem.getInt(frame + Frame.FUNCTION) + Layout.SLOT;
        int flags = mem.getInt(frame + Frame.FLAGS);
        int i = mem.getInt(pc - 4);
        if ((i & 0xFF) == Op.RETURN && (i >>> 24 | flags & ~FrameFlag.TAIL) == 0) {
            int a = base + (i >>> 4 & 0xFF0);
            calls.leaveLua(frame, a, valueCount(i, a - Layout.SLOT));
        } else {
            int status = execute(frame, base);
            if (status > 0 || status < Invocation.RELOAD) {
                return status;
            }
            mem.putInt(State.REPEATED_FRAME, 0);
            if (mem.getInt(State.DEBT) > 0) {
                return CompiledStatus.SAFEPOINT;
            }
        }
        if (mem.getInt(State.FUEL) < 0) {
            return Exit.FUEL;
        }
        // A protected call has returned as well.
        int caller = (flags & FrameFlag.FROM_BUILTIN) == 0 ? frame - Frame.BYTES : frame - 2 * Frame.BYTES;
        return mem.getInt(State.FRAME) == caller ? CompiledStatus.RETURNED : CompiledStatus.INTERPRET;
    }
}
