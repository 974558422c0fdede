package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.Closures;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.memory.Memory;

/**
 * The instructions in full generality, one method each: what the interpreter's loop calls when its own fast case does not
 * apply, and what compiled code will call. Operands are addresses of slots. PC has been written to the frame.
 *
 * <p>Unless said otherwise they answer 0 when done, {@link Invocation#RELOAD} when frames changed or the stack moved, or
 * an {@link Exit}.
 */
public final class Instructions {
    /** Slot for an operand that is part of the instruction. */
    private static final int IMMEDIATE = State.SCRATCH_SLOTS + Layout.SLOT;

    private final Memory mem;
    private final Value values;
    private final Tables tables;
    private final Collector collector;
    private final Calls calls;
    private final Stacks stacks;
    private final Closures closures;
    private final Metamethods metamethods;
    private final Operators operators;
    private final Concatenation concatenation;
    private final Invocation invocation;
    private final Errors errors;

    public Instructions(
            Memory mem,
            Value values,
            Tables tables,
            Collector collector,
            Calls calls,
            Stacks stacks,
            Closures closures,
            Metamethods metamethods,
            Operators operators,
            Concatenation concatenation,
            Invocation invocation,
            Errors errors) {
        this.mem = mem;
        this.values = values;
        this.tables = tables;
        this.collector = collector;
        this.calls = calls;
        this.stacks = stacks;
        this.closures = closures;
        this.metamethods = metamethods;
        this.operators = operators;
        this.concatenation = concatenation;
        this.invocation = invocation;
        this.errors = errors;
    }

    /** Where a metamethod's call is laid out: above the frame's registers. */
    private int callArea(int frame) {
        return mem.getInt(frame + Frame.TOP);
    }

    /** Makes the call that was laid out, if there is one. */
    private int callMeta(int frame, int count) {
        return count == 0 ? 0 : invocation.invoke(callArea(frame), count, 1, FrameFlag.META);
    }

    // --- indexing ---

    public int index(int frame, int object, int key, int to) {
        return callMeta(frame, metamethods.index(object, key, to, callArea(frame)));
    }

    public int indexInteger(int frame, int object, long key, int to) {
        values.setInteger(IMMEDIATE, key);
        return index(frame, object, IMMEDIATE, to);
    }

    public int setIndex(int frame, int object, int key, int from) {
        return callMeta(frame, metamethods.setIndex(object, key, from, callArea(frame)));
    }

    public int setIndexInteger(int frame, int object, long key, int from) {
        values.setInteger(IMMEDIATE, key);
        return setIndex(frame, object, IMMEDIATE, from);
    }

    public int self(int frame, int object, int key, int to) {
        int count = metamethods.index(object, key, IMMEDIATE, callArea(frame));
        values.copy(to + Layout.SLOT, object);
        if (count == 0) {
            values.copy(to, IMMEDIATE);
        }
        return callMeta(frame, count);
    }

    public void newTable(int to, int logNodesPlusOne, int elements) {
        int table = tables.create(elements, logNodesPlusOne == 0 ? 0 : 1 << logNodesPlusOne - 1);
        values.set(to, table, Tag.TABLE);
    }

    public void setList(int slot, int count, int offset) {
        int table = values.object(slot);
        int elements = count != 0 ? count : (mem.getInt(State.TOP) - slot >> Layout.SLOT_SHIFT) - 1;
        if (elements > 0) {
            tables.ensureCapacity(table, offset + elements);
        }
        for (int i = 1; i <= elements; i++) {
            tables.putInteger(table, offset + i, slot + (i << Layout.SLOT_SHIFT));
        }
    }

    // --- operators ---

    /** @param second where operand C is counted from: constants or registers */
    public int arithmetic(int frame, int i, int base, int second) {
        int op = i & 0xFF;
        int event = op >= Op.ADD ? Name.ADD + op - Op.ADD : Name.ADD + op - Op.ADDK;
        int count = operators.arithmetic(
                event,
                base + (i >>> 12 & 0xFF0),
                second + (i >>> 20 & 0xFF0),
                base + (i >>> 4 & 0xFF0),
                callArea(frame));
        return callMeta(frame, count);
    }

    public int arithmeticImmediate(int frame, int i, int base, int to) {
        values.setInteger(IMMEDIATE, i >> 24);
        int event = (i & 0xFF) == Op.ADDI ? Name.ADD : Name.SUB;
        return callMeta(
                frame, operators.arithmetic(event, base + (i >>> 12 & 0xFF0), IMMEDIATE, to, callArea(frame)));
    }

    public int unary(int frame, int i, int base, int to) {
        int operand = base + (i >>> 12 & 0xFF0);
        int event = (i & 0xFF) == Op.UNM ? Name.UNM : Name.BNOT;
        return callMeta(frame, operators.arithmetic(event, operand, operand, to, callArea(frame)));
    }

    public int length(int frame, int object, int to) {
        if (mem.getByte(object + Layout.TAG) == Tag.TABLE
                && mem.getInt(mem.getInt(object) + Table.METATABLE) == 0) {
            values.setInteger(to, tables.length(mem.getInt(object)));
            return 0;
        }
        return callMeta(frame, metamethods.length(object, to, callArea(frame)));
    }

    /** Concatenates {@code count} registers from {@code from} into the first. */
    public int concat(int frame, int from, int count) {
        int flags = mem.getInt(frame + Frame.FLAGS);
        int operands = count;
        if ((flags & FrameFlag.CONCATENATING) != 0) {
            mem.putInt(frame + Frame.FLAGS, flags & ~FrameFlag.CONCATENATING);
            operands = mem.getInt(frame + Frame.RESULTS);
        }
        int waiting = concatenation.concat(from, operands, callArea(frame));
        if (waiting == 0) {
            return 0;
        }
        mem.putInt(frame + Frame.RESULTS, waiting);
        return callMeta(frame, 2);
    }

    /** EQ, LT or LE: 0 or 1; negative when {@link #callCompared} is to call a metamethod. */
    public int compare(int frame, int i, int a, int b) {
        return answer(compareBy(i & 0xFF, a, b, callArea(frame)));
    }

    private int compareBy(int op, int a, int b, int at) {
        if (op == Op.EQ) {
            return operators.equal(a, b, at);
        }
        return op == Op.LT ? operators.less(a, b, at) : operators.lessEqual(a, b, at);
    }

    private static int answer(int comparison) {
        return comparison == Operators.CALL ? -1 : comparison;
    }

    /** As {@link #compare} for the comparisons with an integer of the instruction. */
    public int compareImmediate(int frame, int i, int a) {
        int op = i & 0xFF;
        values.setInteger(IMMEDIATE, (byte) (i >> 16));
        int at = callArea(frame);
        if (op == Op.EQI) {
            return metamethods.rawEqual(a, IMMEDIATE) ? 1 : 0;
        }
        if (op == Op.LTI || op == Op.LEI) {
            return answer(op == Op.LTI ? operators.less(a, IMMEDIATE, at) : operators.lessEqual(a, IMMEDIATE, at));
        }
        return answer(op == Op.GTI ? operators.less(IMMEDIATE, a, at) : operators.lessEqual(IMMEDIATE, a, at));
    }

    /** Calls the metamethod of a comparison. */
    public int callCompared(int frame) {
        return callMeta(frame, 2);
    }

    public boolean equalRaw(int a, int b) {
        return metamethods.rawEqual(a, b);
    }

    public boolean prepareFor(int loop) {
        return operators.prepareFor(loop);
    }

    // --- functions ---

    public void closure(int base, int index, int to) {
        int enclosing = values.object(base - Layout.SLOT);
        int prototype = mem.getInt(enclosing + Closure.PROTOTYPE);
        int child = mem.getInt(mem.getInt(prototype + Prototype.CHILDREN) + 4 * index);
        values.set(to, closures.create(child, enclosing, base), Tag.CLOSURE);
    }

    public int vararg(int frame, int to, int wanted) {
        int count = calls.extraCount(frame);
        int needed = wanted < 0 ? count : wanted;
        int slot = stacks.reserve(to, needed + 1);
        int from = calls.firstExtra(frame);
        for (int i = 0; i < needed; i++) {
            int target = slot + (i << Layout.SLOT_SHIFT);
            if (i < count) {
                values.copy(target, from + (i << Layout.SLOT_SHIFT));
            } else {
                values.setNil(target);
            }
        }
        if (wanted < 0) {
            mem.putInt(State.TOP, slot + (count << Layout.SLOT_SHIFT));
        }
        return slot == to ? 0 : Invocation.RELOAD;
    }

    public int call(int func, int count, int wanted) {
        return invocation.invoke(func, count, wanted, 0);
    }

    /** Replaces the running frame by that of a Lua function; anything else is called, and RETURN follows. */
    public int tailCall(int frame, int i, int func, int count) {
        int arguments = count;
        int callee = func;
        while (!calls.isFunction(callee)) {
            callee = stacks.reserve(callee, arguments + 2);
            arguments = invocation.insertCallable(callee, arguments);
        }
        if (!calls.isLuaFunction(callee)) {
            return invocation.invoke(callee, arguments, -1, 0);
        }
        callee = calls.reserveLua(callee, arguments);
        if (i >>> 24 != 0) {
            closures.close(mem.getInt(frame + Frame.FUNCTION) + Layout.SLOT);
        }
        int first = calls.firstSlot(frame);
        for (int offset = 0; offset <= arguments << Layout.SLOT_SHIFT; offset += Layout.SLOT) {
            values.copy(first + offset, callee + offset);
        }
        int flags = mem.getInt(frame + Frame.FLAGS) | FrameFlag.TAIL;
        mem.putInt(State.FRAME, frame - Frame.BYTES);
        calls.enterLua(first, arguments, mem.getInt(frame + Frame.WANTED), flags);
        return Invocation.RELOAD;
    }

    public int returnValues(int frame, int i, int from) {
        int count = returnCount(frame, i, from);
        if (i >>> 24 != 0) {
            int base = mem.getInt(frame + Frame.FUNCTION) + Layout.SLOT;
            int pending = closures.pendingToClose(base);
            if (pending != 0) {
                mem.putInt(frame + Frame.RESULTS, count);
                mem.putInt(frame + Frame.FLAGS, mem.getInt(frame + Frame.FLAGS) | FrameFlag.RETURNING);
                closures.close(base);
                return closeNext(pending, from + (count << Layout.SLOT_SHIFT));
            }
            closures.close(base);
        }
        mem.putInt(frame + Frame.FLAGS, mem.getInt(frame + Frame.FLAGS) & ~FrameFlag.RETURNING);
        return invocation.returnLua(frame, from, count);
    }

    private int returnCount(int frame, int i, int from) {
        if ((mem.getInt(frame + Frame.FLAGS) & FrameFlag.RETURNING) != 0) {
            return mem.getInt(frame + Frame.RESULTS);
        }
        int b = i >>> 16 & 0xFF;
        return b != 0 ? b - 1 : mem.getInt(State.TOP) - from >> Layout.SLOT_SHIFT;
    }

    /** Returns from a function that has nothing to close. */
    public int returnSlow(int frame, int from, int count) {
        return invocation.returnLua(frame, from, count);
    }

    // --- to-be-closed variables ---

    /** Closes what is at or above a register. Repeated until no variable is pending. */
    public int close(int frame, int level) {
        closures.close(level);
        int pending = closures.pendingToClose(level);
        return pending == 0 ? 0 : closeNext(pending, callArea(frame));
    }

    /** Calls the {@code __close} of a pending variable, without an error. The instruction is repeated afterwards. */
    private int closeNext(int pending, int area) {
        int reserved = stacks.reserve(area, 4);
        int variable = pending + reserved - area;
        closures.popToClose();
        closures.layOutClose(variable, reserved, metamethods.event(variable, Name.CLOSE));
        values.setNil(reserved + 2 * Layout.SLOT);
        return invocation.invoke(reserved, 2, 0, FrameFlag.META);
    }

    /** Registers a to-be-closed variable (manual §3.3.8); nil and false need no closing. */
    public void markToClose(int frame, int slot) {
        if (!values.isTrue(slot)) {
            return;
        }
        if (metamethods.event(slot, Name.CLOSE) == State.EMPTY_NODE) {
            errors.closeError(slot);
        }
        closures.pushToClose(slot);
    }

    // --- generic for ---

    public int forCall(int loop, int wanted) {
        int call = loop + 4 * Layout.SLOT;
        if (mem.getByte(loop + Layout.TAG) == Tag.BUILTIN
                && mem.getLong(loop) == Builtin.NEXT
                && mem.getByte(loop + Layout.SLOT + Layout.TAG) == Tag.TABLE
                && wanted <= 2) {
            values.copy(call, loop + 2 * Layout.SLOT);
            if (tables.next(mem.getInt(loop + Layout.SLOT), call) >= 0) {
                mem.putInt(State.FUEL, mem.getInt(State.FUEL) - FuelCost.CALL);
                return 0;
            }
        }
        values.copy(call, loop);
        values.copy(call + Layout.SLOT, loop + Layout.SLOT);
        values.copy(call + 2 * Layout.SLOT, loop + 2 * Layout.SLOT);
        return invocation.invoke(call, 2, wanted, 0);
    }

    // --- safepoint ---

    /** Collects if it is time, runs finalizers that are due, and leaves when the fuel slice is used up. */
    public int safepoint(int frame) {
        if (mem.getInt(State.DEBT) > 0) {
            collector.step();
            if (mem.getInt(State.GC_STRESS) != 0) {
                mem.putInt(State.DEBT, 1);
            }
        }
        if (mem.getInt(State.FUEL) < 0) {
            return Exit.FUEL;
        }
        return mem.getInt(State.TO_FINALIZE) != 0 && !hasOpenResults(frame) ? callFinalizers(frame) : Invocation.RELOAD;
    }

    /** Whether the last instruction left values above the frame's registers for the next. */
    private boolean hasOpenResults(int frame) {
        int i = mem.getInt(mem.getInt(frame + Frame.PC) - 4);
        int op = i & 0xFF;
        return (op == Op.CALL || op == Op.VARARG) && i >>> 24 == 0 || op == Op.TAILCALL;
    }

    private int callFinalizers(int frame) {
        int at = stacks.reserve(callArea(frame), 4);
        values.set(at, Builtin.FINALIZE, Tag.BUILTIN);
        return invocation.invoke(at, 0, 0, FrameFlag.FINALIZER | FrameFlag.PROTECTED);
    }
}
