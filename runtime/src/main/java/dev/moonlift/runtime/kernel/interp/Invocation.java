package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.call.Nesting;
import dev.moonlift.runtime.kernel.lib.CoroutineSwitch;
import dev.moonlift.runtime.kernel.lib.HostService;
import dev.moonlift.runtime.kernel.lib.Library;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * Calls of any value, and what follows when a builtin answers: it may return, call, be replaced by a call, switch to
 * another coroutine, or ask the host. Goes on until a Lua function is to run or the host is needed; never recurses.
 *
 * <p>Answers {@link #RELOAD} when the running frame is a Lua function's, to be continued at its PC, or an {@link Exit}.
 */
public final class Invocation {
    /** The interpreter is to read its registers anew from the running frame. */
    public static final int RELOAD = -1;

    /** {@code __call} metamethods that are no functions, one call may pass through. */
    private static final int MAX_CALL_CHAIN = 1000;

    private final Memory mem;
    private final Value values;
    private final Calls calls;
    private final Nesting nesting;
    private final Metamethods metamethods;
    private final Errors errors;
    private final Completion completion;
    private final CoroutineSwitch switching;
    private final Library library;

    public Invocation(
            Memory mem,
            Value values,
            Calls calls,
            Nesting nesting,
            Metamethods metamethods,
            Errors errors,
            Completion completion,
            CoroutineSwitch switching,
            Library library) {
        this.mem = mem;
        this.values = values;
        this.calls = calls;
        this.nesting = nesting;
        this.metamethods = metamethods;
        this.errors = errors;
        this.completion = completion;
        this.switching = switching;
        this.library = library;
    }

    /** Calls the value at {@code func} with {@code count} arguments above it. */
    public int invoke(int func, int count, int wanted, int flags) {
        int tag = mem.getByte(func + Layout.TAG);
        if (tag == Tag.CLOSURE) {
            calls.enterLua(func, count, wanted, flags);
            return RELOAD;
        }
        int added = calls.isFunction(func) ? 0 : insertCallables(func, count);
        int callee = added == 0 ? func : calls.callee();
        if (calls.isLuaFunction(callee)) {
            calls.enterLua(callee, count + added, wanted, flags);
            return RELOAD;
        }
        calls.enterBuiltin(callee, count + added, wanted, flags);
        return settle(start());
    }

    /**
     * Makes a plain call, where the value is mostly no Lua function. Answers 0 when a builtin has returned and neither
     * the stack has moved nor the fuel run out.
     */
    public int callOther(int func, int count, int wanted) {
        int tag = mem.getByte(func + Layout.TAG);
        if (tag != Tag.BUILTIN && tag != Tag.BUILTIN_CLOSURE) {
            return invoke(func, count, wanted, 0);
        }
        int id = id(func, tag);
        return CoroutineSwitch.isOne(id) && switching.call(id, func, count, wanted)
                ? RELOAD
                : callBuiltin(id, func, count, wanted);
    }

    /** As {@link #callOther} of what is known to be a library function that cannot be done the short way. */
    public int callBuiltin(int func, int count, int wanted) {
        return callBuiltin(id(func, mem.getByte(func + Layout.TAG)), func, count, wanted);
    }

    @Inline
    private int callBuiltin(int id, int func, int count, int wanted) {
        int frame = calls.enterBuiltin(func, count, wanted, 0);
        int outcome = library.call(id, mem.getInt(frame + Frame.FUNCTION), count);
        // Of another frame if this has gone to another coroutine: one that was left in the same way goes on so.
        int running = mem.getInt(State.FRAME);
        if (outcome < 0 || mem.getInt(running + Frame.FLAGS) != FrameFlag.BUILTIN) {
            return settle(outcome);
        }
        int first = calls.leaveBuiltin(running, outcome);
        return first == func && running == frame && mem.getInt(State.FUEL) >= 0 ? 0 : RELOAD;
    }

    /**
     * Puts the {@code __call} metamethod below a value that is no function, which becomes the first argument, and so on
     * until there is a function. The stack may move: {@link Calls#callee} tells where the function is.
     *
     * @return by how many the arguments have become more
     */
    public int insertCallables(int func, int count) {
        int callee = func;
        int added = 0;
        while (!calls.isFunction(callee)) {
            int node = metamethods.event(callee, Name.CALL);
            if (node == State.EMPTY_NODE) {
                return errors.callError(callee);
            }
            if (added == MAX_CALL_CHAIN) {
                return errors.runtime(Name.ERROR_CALL_CHAIN, 0, 0, 0);
            }
            callee = calls.insertBelow(callee, count + added);
            metamethods.copyEvent(callee, node);
            added++;
        }
        calls.setCallee(callee);
        return added;
    }

    /** Number of the builtin of a frame's function. */
    public int id(int frame) {
        int func = mem.getInt(frame + Frame.FUNCTION);
        return id(func, mem.getByte(func + Layout.TAG));
    }

    @Inline
    private int id(int func, int tag) {
        int value = mem.getInt(func);
        return tag == Tag.BUILTIN_CLOSURE ? mem.getInt(value + BuiltinClosure.ID) : value;
    }

    /** Runs the builtin of the running frame from its beginning. */
    private int start() {
        int frame = mem.getInt(State.FRAME);
        int func = mem.getInt(frame + Frame.FUNCTION);
        int count = mem.getInt(frame + Frame.COUNT);
        if (mem.getByte(func + Layout.TAG) == Tag.HOST_FUNCTION) {
            return calls.askHost(HostService.FIRST_FUNCTION + mem.getInt(func), func, count);
        }
        return library.call(id(frame), func, count);
    }

    /** Goes on with the builtin of the running frame at its step. */
    private int step(int results) {
        int frame = mem.getInt(State.FRAME);
        mem.putInt(frame + Frame.RESULTS, results);
        return library.step(
                id(frame),
                mem.getInt(frame + Frame.FUNCTION),
                mem.getInt(frame + Frame.COUNT),
                mem.getInt(frame + Frame.PC),
                mem.getInt(frame + Frame.CALLEE),
                results);
    }

    /** Goes on when the host has done what the builtin of the running frame, or a host function, asked for. */
    public int hostAnswered(int results) {
        return settle(mem.getInt(mem.getInt(State.FRAME) + Frame.PC) == 0 ? results : step(results));
    }

    /** Repeats what the builtin of the running frame was about to do when memory ran out. */
    public int repeat() {
        int frame = mem.getInt(State.FRAME);
        if ((mem.getInt(frame + Frame.FLAGS) & FrameFlag.CALLING) != 0) {
            return settle(Outcome.CALL);
        }
        return settle(mem.getInt(frame + Frame.PC) == 0 ? start() : step(mem.getInt(frame + Frame.RESULTS)));
    }

    /** Tells the protected builtin of the running frame that an error ended what it called. */
    public int fail() {
        int frame = mem.getInt(State.FRAME);
        mem.putInt(frame + Frame.FLAGS, mem.getInt(frame + Frame.FLAGS) & ~FrameFlag.CALLING);
        mem.putInt(frame + Frame.PC, Library.STEP_ERROR);
        return settle(step(0));
    }

    /** Acts on the outcome of the builtin of the running frame. */
    public int settle(int first) {
        int outcome = first;
        while (true) {
            int frame = mem.getInt(State.FRAME);
            if (outcome >= 0) {
                int status = leave(frame, outcome);
                if (status != Exit.NONE) {
                    return status;
                }
                int results = mem.getInt(State.TOP) - mem.getInt(mem.getInt(State.FRAME) + Frame.CALLEE);
                outcome = step(results >> Layout.SLOT_SHIFT);
            } else if (outcome == Outcome.HOST) {
                return Exit.HOST_CALL;
            } else {
                if (outcome == Outcome.CALL ? enterCallee(frame) : replace(frame)) {
                    return RELOAD;
                }
                outcome = start();
            }
        }
    }

    /** Ends a builtin's frame. NONE when its caller is a builtin, which is to go on at its step. */
    private int leave(int frame, int count) {
        int func = mem.getInt(frame + Frame.FUNCTION);
        int flags = mem.getInt(frame + Frame.FLAGS);
        calls.leave(frame, func, count);
        return arrive(flags, func, count);
    }

    /** What follows the return of a function whose frame had these flags and whose results lie at {@code func}. */
    @Inline
    private int arrive(int flags, int func, int count) {
        if ((flags & FrameFlag.ENTRY) != 0) {
            mem.putInt(State.REQUEST_BASE, func);
            mem.putInt(State.REQUEST_COUNT, count);
            return Exit.FINISHED;
        }
        int caller = mem.getInt(State.FRAME);
        if ((mem.getInt(caller + Frame.FLAGS) & FrameFlag.BUILTIN) != 0) {
            nesting.restore(caller);
            return Exit.NONE;
        }
        if ((flags & (FrameFlag.META | FrameFlag.META_DIRECT)) != 0) {
            completion.complete(caller, func);
        }
        return RELOAD;
    }

    /** Ends a Lua frame whose {@code count} results begin at {@code from}, when it was not called by a plain CALL. */
    public int returnLua(int frame, int from, int count) {
        int func = calls.firstSlot(frame);
        int flags = mem.getInt(frame + Frame.FLAGS);
        calls.leave(frame, from, count);
        int status = arrive(flags, func, count);
        return status != Exit.NONE ? status : settle(step((mem.getInt(State.TOP) - func) >> Layout.SLOT_SHIFT));
    }

    /** Whether compiled code has returned to a builtin, which is to {@link #goOnAfterCallee}. */
    boolean isBackInBuiltin() {
        return (mem.getInt(mem.getInt(State.FRAME) + Frame.FLAGS) & FrameFlag.BUILTIN) != 0;
    }

    /** Goes on with the builtin of the running frame, whose callee has returned, with TOP behind its results. */
    int goOnAfterCallee() {
        int frame = mem.getInt(State.FRAME);
        nesting.restore(frame);
        return settle(step(mem.getInt(State.TOP) - mem.getInt(frame + Frame.CALLEE) >> Layout.SLOT_SHIFT));
    }

    /** Makes the call that a builtin asked for; true if a Lua function was entered. */
    private boolean enterCallee(int frame) {
        int func = mem.getInt(frame + Frame.CALLEE);
        int count = mem.getInt(frame + Frame.RESULTS);
        if (!calls.isFunction(func)) {
            count += insertCallables(func, count);
            func = calls.callee();
            mem.putInt(frame + Frame.RESULTS, count);
        }
        nesting.enter();
        boolean isLua = calls.isLuaFunction(func);
        int entered = isLua
                ? calls.enterLua(func, count, -1, FrameFlag.FROM_BUILTIN)
                : calls.enterBuiltin(func, count, -1, FrameFlag.FROM_BUILTIN);
        int caller = entered - Frame.BYTES;
        mem.putInt(caller + Frame.FLAGS, mem.getInt(caller + Frame.FLAGS) & ~FrameFlag.CALLING);
        return isLua;
    }

    /** Replaces a builtin's frame by a call of the value at its function slot; true if that is a Lua function. */
    private boolean replace(int frame) {
        int func = mem.getInt(frame + Frame.FUNCTION);
        int wanted = mem.getInt(frame + Frame.WANTED);
        int flags = Nesting.withoutDepth(mem.getInt(frame + Frame.FLAGS))
                & ~(FrameFlag.BUILTIN | FrameFlag.PROTECTED | FrameFlag.GUARD);
        int count = mem.getInt(frame + Frame.COUNT);
        if (!calls.isFunction(func)) {
            count += insertCallables(func, count);
            func = calls.callee();
        }
        calls.drop(frame);
        if (calls.isLuaFunction(func)) {
            calls.enterLua(func, count, wanted, flags);
            return true;
        }
        calls.enterBuiltin(func, count, wanted, flags);
        return false;
    }
}
