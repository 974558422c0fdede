package dev.moonlift.runtime.kernel.call;

import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.heap.StackGuard;
import dev.moonlift.runtime.kernel.interp.Outcome;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/** Entering and leaving functions: frames, arguments, results. Runs nothing. */
public final class Calls {
    /** Slots that a builtin may use beyond its arguments, as LUA_MINSTACK of the reference implementation. */
    public static final int BUILTIN_SLOTS = 20;

    private final Memory mem;
    private final Value values;
    private final Stacks stacks;
    private final StackGuard stackGuard;
    private final Nesting nesting;

    public Calls(Memory mem, Value values, Stacks stacks, StackGuard stackGuard, Nesting nesting) {
        this.mem = mem;
        this.values = values;
        this.stacks = stacks;
        this.stackGuard = stackGuard;
        this.nesting = nesting;
    }

    /** Makes room for the frame of a Lua function at {@code func}; answers the address, as the stack may move. */
    public int reserveLua(int func, int count) {
        int prototype = mem.getInt(mem.getInt(func) + Closure.PROTOTYPE);
        int registers = mem.getInt(prototype + Prototype.FRAME_BYTES) >> Layout.SLOT_SHIFT;
        return stacks.reserve(func, count + 2 + registers);
    }

    /** The prototype of the Lua function at {@code func}. */
    @Inline
    public int prototype(int func) {
        return mem.getInt(mem.getInt(func) + Closure.PROTOTYPE);
    }

    /**
     * As {@link #enterLua} for a plain CALL, if it {@link #isPlain}.
     *
     * @return the prototype; 0, nothing changed, if it is not
     */
    @Inline
    public int enterPlain(int func, int count, int wanted) {
        int prototype = prototype(func);
        int frame = mem.getInt(State.FRAME) + Frame.BYTES;
        if (!isPlain(frame, prototype, func, count)) {
            return 0;
        }
        mem.putInt(frame + Frame.PC, mem.getInt(prototype + Prototype.ENTRY));
        pushPlain(frame, prototype, func, wanted);
        return prototype;
    }

    /**
     * Whether nothing has to be done to enter a function but to fill its frame, as is mostly so: it is not vararg,
     * there is an argument for each parameter, and room on the stacks.
     */
    @Inline
    public boolean isPlain(int frame, int prototype, int func, int count) {
        return isEnough(count, prototype) && stacks.hasRoom(frame, top(prototype, func));
    }

    /** Makes a frame the running one, for a call that {@link #isPlain}. The PC is left to the caller. */
    @Inline
    public void pushPlain(int frame, int prototype, int func, int wanted) {
        fillLua(frame, prototype, func, 0, wanted, 0);
        mem.putInt(State.FRAME, frame);
    }

    /**
     * Pushes the frame of a Lua function whose closure is at {@code func}, with {@code count} arguments above it.
     *
     * @return the frame
     */
    public int enterLua(int func, int count, int wanted, int flags) {
        int prototype = mem.getInt(mem.getInt(func) + Closure.PROTOTYPE);
        if ((mem.getByte(prototype + Header.EXTRA2) & Prototype.IS_VARARG) != 0) {
            return enterVararg(prototype, func, count, wanted, flags);
        }
        int bytes = mem.getInt(prototype + Prototype.FRAME_BYTES);
        int slot = stacks.reserve(func, (bytes >> Layout.SLOT_SHIFT) + 1);
        clearParameters(mem.getUnsignedByte(prototype + Header.EXTRA), slot, count);
        return pushLua(prototype, slot, 0, wanted, flags);
    }

    private int enterVararg(int prototype, int func, int count, int wanted, int flags) {
        int shift = count + 1 << Layout.SLOT_SHIFT;
        int room = count + 2 + (mem.getInt(prototype + Prototype.FRAME_BYTES) >> Layout.SLOT_SHIFT);
        int slot = stacks.reserve(func, room);
        int parameters = mem.getUnsignedByte(prototype + Header.EXTRA);
        chargeElements(count);
        values.copy(slot + shift, slot);
        for (int i = 1; i <= parameters; i++) {
            int from = slot + (i << Layout.SLOT_SHIFT);
            if (i <= count) {
                values.copy(from + shift, from);
                values.setNil(from);
            } else {
                values.setNil(from + shift);
            }
        }
        return pushLua(prototype, slot + shift, shift, wanted, flags);
    }

    @Inline
    private int pushLua(int prototype, int func, int varargBytes, int wanted, int flags) {
        int frame = stacks.pushFrame();
        mem.putInt(frame + Frame.PC, mem.getInt(prototype + Prototype.ENTRY));
        fillLua(frame, prototype, func, varargBytes, wanted, flags);
        return frame;
    }

    /** All of a frame but the PC. */
    @Inline
    private void fillLua(int frame, int prototype, int func, int varargBytes, int wanted, int flags) {
        int top = top(prototype, func);
        int constants = mem.getInt(prototype + Prototype.CONSTANTS);
        mem.putInt(frame + Frame.FUNCTION, func);
        mem.putLong(frame + Frame.TOP, pair(top, varargBytes));
        mem.putLong(frame + Frame.WANTED, pair(wanted, flags));
        mem.putInt(frame + Frame.CONSTANTS, constants);
        mem.putInt(prototype + Prototype.CALLS, mem.getInt(prototype + Prototype.CALLS) + 1);
        mem.putInt(State.FUEL, mem.getInt(State.FUEL) - FuelCost.CALL);
    }

    /** The end of the registers of a function at {@code func}. */
    @Inline
    private int top(int prototype, int func) {
        return func + mem.getInt(prototype + Prototype.FRAME_BYTES) + Layout.SLOT;
    }

    /** Two neighbouring fields of a frame for one store: calls are frequent. */
    private static long pair(int lower, int upper) {
        return lower & 0xFFFFFFFFL | (long) upper << 32;
    }

    /**
     * Replaces the running frame by that of the value at {@code callee}, {@code count} arguments above it, if the call
     * {@link #isPlain}.
     *
     * @return whether it is done: false, nothing changed, if it is no Lua function or not that case
     */
    public boolean replacePlain(int frame, int callee, int count) {
        int flags = mem.getInt(frame + Frame.FLAGS);
        if (!isLuaFunction(callee) || (flags & FrameFlag.GUARD) != 0 || count >= FuelCost.ELEMENTS_PER_UNIT) {
            return false;
        }
        int prototype = prototype(callee);
        if (!isPlain(frame, prototype, callee, count)) {
            return false;
        }
        int func = firstSlot(frame);
        for (int offset = 0; offset <= count << Layout.SLOT_SHIFT; offset += Layout.SLOT) {
            values.copy(func + offset, callee + offset);
        }
        mem.putInt(frame + Frame.PC, mem.getInt(prototype + Prototype.ENTRY));
        fillLua(frame, prototype, func, 0, mem.getInt(frame + Frame.WANTED), flags | FrameFlag.TAIL);
        return true;
    }

    /** Whether nothing has to be done about parameters, see {@link Prototype#IS_VARARG}. */
    @Inline
    private boolean isEnough(int count, int prototype) {
        return Integer.compareUnsigned(mem.getInt(prototype + Header.KIND) >> Short.SIZE, count) <= 0;
    }

    /** Parameters without an argument are nil. */
    @Inline
    private void clearParameters(int parameters, int func, int count) {
        for (int i = count; i < parameters; i++) {
            values.setNil(func + (i + 1 << Layout.SLOT_SHIFT));
        }
    }

    /** Pushes the frame of a builtin or host function at {@code func}. */
    @Inline
    public int enterBuiltin(int func, int count, int wanted, int flags) {
        int slot = stacks.reserve(func, count + 1 + BUILTIN_SLOTS);
        int frame = stacks.pushFrame();
        fillBuiltin(frame, slot, count, wanted, flags);
        return frame;
    }

    /**
     * As {@link #enterBuiltin} for a plain CALL, if nothing has to grow for it.
     *
     * @return whether that is so; if not, nothing is changed
     */
    @Inline
    public boolean enterBuiltinPlain(int func, int count, int wanted) {
        int frame = mem.getInt(State.FRAME) + Frame.BYTES;
        if (!stacks.hasRoom(frame, builtinTop(func, count))) {
            return false;
        }
        fillBuiltin(frame, func, count, wanted, 0);
        mem.putInt(State.FRAME, frame);
        return true;
    }

    private static int builtinTop(int func, int count) {
        return func + (count + 1 + BUILTIN_SLOTS << Layout.SLOT_SHIFT);
    }

    @Inline
    private void fillBuiltin(int frame, int slot, int count, int wanted, int flags) {
        int top = builtinTop(slot, count);
        mem.putLong(frame + Frame.FUNCTION, pair(slot, 0));
        mem.putLong(frame + Frame.TOP, pair(top, count));
        mem.putLong(frame + Frame.WANTED, pair(wanted, flags | FrameFlag.BUILTIN));
        mem.putInt(frame + Frame.CALLEE, 0);
        mem.putInt(State.FUEL, mem.getInt(State.FUEL) - FuelCost.CALL);
    }

    /** Whether a frame has no flag and its caller wants so many results: read with one load, as it was written. */
    @Inline
    public boolean isWanted(int frame, int count) {
        return mem.getLong(frame + Frame.WANTED) == count;
    }

    /** The slot where a frame's function was first put, and where its results go. */
    public int firstSlot(int frame) {
        int func = mem.getInt(frame + Frame.FUNCTION);
        return (mem.getInt(frame + Frame.FLAGS) & FrameFlag.BUILTIN) != 0
                ? func
                : func - mem.getInt(frame + Frame.VARARG_BYTES);
    }

    /**
     * Ends the running frame: moves its results to where the function was, fills up to the number wanted with nil or
     * sets TOP behind them all, and makes its caller the running frame.
     */
    @Inline
    public void leave(int frame, int from, int count) {
        int to = firstSlot(frame);
        drop(frame);
        moveResults(frame, to, from, count);
    }

    /**
     * As {@link #leave} for a Lua function's frame that is not the guard.
     *
     * @return the caller's frame
     */
    public int leaveLua(int frame, int from, int count) {
        int to = mem.getInt(frame + Frame.FUNCTION) - mem.getInt(frame + Frame.VARARG_BYTES);
        mem.putInt(State.FRAME, frame - Frame.BYTES);
        moveResults(frame, to, from, count);
        return frame - Frame.BYTES;
    }

    /**
     * As {@link #leave} for a builtin's frame that is not the guard, its results where the function was.
     *
     * @return that slot
     */
    @Inline
    public int leaveBuiltin(int frame, int count) {
        int func = mem.getInt(frame + Frame.FUNCTION);
        mem.putInt(State.FRAME, frame - Frame.BYTES);
        moveResults(frame, func, func, count);
        return func;
    }

    /** The same of results that are elsewhere, for a function in a slot. */
    @Inline
    public void leaveBuiltin(int frame, int func, int from, int count) {
        mem.putInt(State.FRAME, frame - Frame.BYTES);
        moveResults(frame, func, from, count);
    }

    @Inline
    private void moveResults(int frame, int to, int from, int count) {
        int wanted = mem.getInt(frame + Frame.WANTED);
        int moved = wanted < 0 ? count : Math.min(count, wanted);
        if (from != to) {
            for (int i = 0; i < moved << Layout.SLOT_SHIFT; i += Layout.SLOT) {
                values.copy(to + i, from + i);
            }
        }
        chargeElements(moved);
        if (wanted < 0) {
            mem.putInt(State.TOP, to + (count << Layout.SLOT_SHIFT));
        } else if (count < wanted) {
            values.clear(to + (count << Layout.SLOT_SHIFT), to + (wanted << Layout.SLOT_SHIFT));
        }
    }

    /** Makes the caller of the running frame the running one, or the frame's place free for another. */
    public void drop(int frame) {
        if ((mem.getInt(frame + Frame.FLAGS) & FrameFlag.GUARD) != 0) {
            stackGuard.left(frame);
        }
        mem.putInt(State.FRAME, frame - Frame.BYTES);
    }

    /** Number of extra arguments of a vararg function's frame. */
    public int extraCount(int frame) {
        int prototype = mem.getInt(mem.getInt(mem.getInt(frame + Frame.FUNCTION)) + Closure.PROTOTYPE);
        int passed = (mem.getInt(frame + Frame.VARARG_BYTES) >> Layout.SLOT_SHIFT) - 1;
        return Math.max(0, passed - mem.getUnsignedByte(prototype + Header.EXTRA));
    }

    /** Slot of the first of so many extra arguments: they end right below the copied function. */
    public int firstExtra(int frame, int count) {
        return mem.getInt(frame + Frame.FUNCTION) - (count << Layout.SLOT_SHIFT);
    }

    /**
     * What a builtin returns to call the value at {@code callee}, with its arguments above it, and to go on at a step
     * when the results are there.
     */
    public int callFromBuiltin(int func, int callee, int count, int nextStep) {
        int frame = mem.getInt(State.FRAME);
        mem.putInt(frame + Frame.CALLEE, callee);
        mem.putInt(frame + Frame.RESULTS, count);
        mem.putInt(frame + Frame.PC, nextStep);
        nesting.remember(frame, mem.getInt(frame + Frame.FLAGS) | FrameFlag.CALLING);
        return Outcome.CALL;
    }

    /** Whether a coroutine that has not begun has room for a Lua function at a slot, which takes no extra arguments. */
    public boolean isRoomInNew(int coroutine, int func) {
        int prototype = prototype(func);
        int slots = (mem.getInt(prototype + Prototype.FRAME_BYTES) >> Layout.SLOT_SHIFT) + 1;
        return (mem.getByte(prototype + Header.EXTRA2) & Prototype.IS_VARARG) == 0
                && stacks.hasReservedIn(coroutine, func, slots);
    }

    /** Makes the call of {@link #callFromBuiltin} at once, of a Lua function for which there is room. */
    public void enterLuaFromBuiltin(int callee, int count, int nextStep) {
        int frame = mem.getInt(State.FRAME);
        mem.putInt(frame + Frame.CALLEE, callee);
        mem.putInt(frame + Frame.RESULTS, count);
        mem.putInt(frame + Frame.PC, nextStep);
        nesting.remember(frame, mem.getInt(frame + Frame.FLAGS));
        nesting.enter();
        enterLua(callee, count, -1, FrameFlag.FROM_BUILTIN);
    }

    /**
     * What a builtin returns to be replaced by a call of the value at its function slot with {@code count} arguments.
     */
    public int tailCall(int count) {
        mem.putInt(mem.getInt(State.FRAME) + Frame.COUNT, count);
        return Outcome.TAIL_CALL;
    }

    /** What a builtin returns to have the host do it, with {@code count} arguments above its function slot. */
    public int askHost(int service, int func, int count) {
        return askHostThen(service, func, count, 0);
    }

    /** As {@link #askHost}, but the builtin goes on at a step, with the host's results from its function slot on. */
    public int askHostThen(int service, int func, int count, int nextStep) {
        int frame = mem.getInt(State.FRAME);
        mem.putInt(frame + Frame.PC, nextStep);
        mem.putInt(frame + Frame.CALLEE, func);
        mem.putInt(State.REQUEST, service);
        mem.putInt(State.REQUEST_BASE, func);
        mem.putInt(State.REQUEST_COUNT, count);
        return Outcome.HOST;
    }

    /** Moves a value and its arguments up by a slot, to call something else with the value as first argument. */
    public int insertBelow(int func, int count) {
        int slot = stacks.reserve(func, count + 3);
        mem.copy(slot + Layout.SLOT, slot, count + 1 << Layout.SLOT_SHIFT);
        chargeElements(count);
        return slot;
    }

    /** Remembers where the function to be called lies, after the stack may have moved. */
    public void setCallee(int func) {
        mem.putInt(State.CALLEE, func);
    }

    public int callee() {
        return mem.getInt(State.CALLEE);
    }

    /** Values copied by calls and returns cost fuel when there are many. */
    public void chargeElements(int count) {
        if (count >= FuelCost.ELEMENTS_PER_UNIT) {
            mem.putInt(State.FUEL, mem.getInt(State.FUEL) - count / FuelCost.ELEMENTS_PER_UNIT);
        }
    }

    /** Whether a value can be called without a metamethod. */
    public boolean isFunction(int slot) {
        return Value.isFunctionTag(mem.getByte(slot + Layout.TAG));
    }

    public boolean isLuaFunction(int slot) {
        return mem.getByte(slot + Layout.TAG) == Tag.CLOSURE;
    }
}
