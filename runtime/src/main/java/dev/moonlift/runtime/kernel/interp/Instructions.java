package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.BuiltinClosure;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.Closures;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.kernel.lib.LeafBuiltins;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.memory.Memory;
import dev.moonlift.wasm.restricted.Inline;

/**
 * The instructions in full generality, one method each: what the interpreter's loop calls when its own fast case does
 * not apply, and what compiled code will call. Operands are addresses of slots. PC has been written to the frame.
 *
 * <p>Unless said otherwise they answer 0 when done, {@link Invocation#RELOAD} when frames changed or the stack moved,
 * or an {@link Exit}.
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
    private final Completion completion;
    private final LeafBuiltins leaves;
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
            Completion completion,
            LeafBuiltins leaves,
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
        this.completion = completion;
        this.leaves = leaves;
        this.errors = errors;
    }

    /** Executes the instruction in front of a frame's PC. */
    @SuppressWarnings("checkstyle:methodlength")
    public int execute(int frame, int base, int k) {
        int i = mem.getInt(mem.getInt(frame + Frame.PC) - 4);
        int a = base + (i >>> 4 & 0xFF0);
        int b = base + (i >>> 12 & 0xFF0);
        int c = base + (i >>> 20 & 0xFF0);
        int constantB = k + (i >>> 12 & 0xFF0);
        int constantC = k + (i >>> 20 & 0xFF0);
        switch (i & 0xFF) {
            case Op.LOADKX:
                values.copy(a, k + (skipExtra(frame) << Layout.SLOT_SHIFT));
                return Invocation.RELOAD;
            case Op.LFALSESKIP:
                values.setBoolean(a, false);
                skipExtra(frame);
                return Invocation.RELOAD;
            case Op.LOADNIL:
                values.clear(a, a + ((i >>> 16 & 0xFF) + 1 << Layout.SLOT_SHIFT));
                return 0;
            case Op.SETUPVAL:
                closures.setValue(values.object(base - Layout.SLOT), i >>> 16 & 0xFF, a);
                return 0;
            case Op.GETTABUP:
                return index(frame, upvalue(base, i >>> 16 & 0xFF), constantC, a);
            case Op.SETTABUP:
                return setIndex(frame, upvalue(base, i >>> 8 & 0xFF), constantB, c);
            case Op.SETTABUPK:
                return setIndex(frame, upvalue(base, i >>> 8 & 0xFF), constantB, constantC);
            case Op.GETTABLE:
                return index(frame, b, c, a);
            case Op.GETI:
                return indexInteger(frame, b, i >>> 24, a);
            case Op.GETFIELD:
                return index(frame, b, constantC, a);
            case Op.SETTABLE:
                return setIndex(frame, a, b, c);
            case Op.SETTABLEK:
                return setIndex(frame, a, b, constantC);
            case Op.SETI:
                return setIndexInteger(frame, a, i >>> 16 & 0xFF, c);
            case Op.SETIK:
                return setIndexInteger(frame, a, i >>> 16 & 0xFF, constantC);
            case Op.SETFIELD:
                return setIndex(frame, a, constantB, c);
            case Op.SETFIELDK:
                return setIndex(frame, a, constantB, constantC);
            case Op.NEWTABLE:
                return newTable(frame, a, i >>> 16 & 0xFF);
            case Op.SELF:
                return self(frame, b, constantC, a);
            case Op.ADDI:
            case Op.SUBI:
                return arithmeticImmediate(frame, i, base, a);
            case Op.UNM:
            case Op.BNOT:
                return unary(frame, i, base, a);
            case Op.NOT:
                values.setBoolean(a, !values.isTrue(b));
                return 0;
            case Op.LEN:
                return length(frame, b, a);
            case Op.CONCAT:
                return concat(frame, a, i >>> 16 & 0xFF);
            case Op.EQK:
                return compare(frame, i, metamethods.rawEqual(a, constantB) ? Operators.TRUE : Operators.FALSE);
            case Op.EQ:
            case Op.LT:
            case Op.LE:
                return compare(frame, i, compareBy(i & 0xFF, a, b, callArea(frame)));
            case Op.LTI:
            case Op.LEI:
            case Op.GTI:
            case Op.GEI:
            case Op.EQI:
                return compare(frame, i, compareImmediate(frame, i, a));
            default:
                return (i & 0xFF) > Op.SHR
                        ? executeControl(i, frame, base, a)
                        : arithmetic(frame, i, base, (i & 0xFF) < Op.ADD ? k : base);
        }
    }

    private int executeControl(int i, int frame, int base, int a) {
        switch (i & 0xFF) {
            case Op.CLOSE:
                return close(frame, a);
            case Op.TBC:
                return markToClose(a);
            case Op.CALL:
                return call(a, argumentCount(i, a), (i >>> 24) - 1);
            case Op.TAILCALL:
                return tailCall(frame, i, a, argumentCount(i, a));
            case Op.RETURN:
                return returnValues(frame, i, a);
            case Op.RETURN0:
            case Op.RETURN1:
                return invocation.returnLua(frame, a, (i & 0xFF) - Op.RETURN0);
            case Op.FORPREP:
                return prepareFor(frame, i, a);
            case Op.TFORPREP:
                jump(frame, i >>> 16);
                markToClose(a + 3 * Layout.SLOT);
                return Invocation.RELOAD;
            case Op.TFORCALL:
                return forCall(a, i >>> 24);
            case Op.TFORLOOP:
                return forNext(frame, i, a);
            case Op.SETLIST:
                return setList(frame, a, i >>> 16 & 0xFF);
            case Op.CLOSURE:
                return closure(base, i >>> 16, a);
            case Op.VARARG:
                return vararg(frame, a, (i >>> 24) - 1);
            default:
                return 0;
        }
    }

    /** The operand in the EXTRAARG that follows. */
    private int extra(int frame) {
        return mem.getInt(mem.getInt(frame + Frame.PC)) >>> 8;
    }

    private int skipExtra(int frame) {
        int extra = extra(frame);
        jump(frame, 1);
        return extra;
    }

    /** Moves the frame's PC by a number of instructions. */
    private void jump(int frame, int instructions) {
        mem.putInt(frame + Frame.PC, mem.getInt(frame + Frame.PC) + (instructions << 2));
    }

    private int argumentCount(int i, int func) {
        int b = i >>> 16 & 0xFF;
        return b != 0 ? b - 1 : (mem.getInt(State.TOP) - func >> Layout.SLOT_SHIFT) - 1;
    }

    private int upvalue(int base, int index) {
        int closure = mem.getInt(base - Layout.SLOT);
        return mem.getInt(mem.getInt(closure + Closure.UPVALUES + (index << 2)) + Upvalue.SLOT_ADDRESS);
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

    int index(int frame, int object, int key, int to) {
        return callMeta(frame, metamethods.index(object, key, to, callArea(frame)));
    }

    private int indexInteger(int frame, int object, long key, int to) {
        values.setInteger(IMMEDIATE, key);
        return index(frame, object, IMMEDIATE, to);
    }

    int setIndex(int frame, int object, int key, int from) {
        if (mem.getByte(object + Layout.TAG) == Tag.TABLE && mem.getInt(mem.getInt(object) + Table.METATABLE) == 0) {
            int tag = mem.getByte(key + Layout.TAG);
            if (tag == Tag.SHORT_STRING) {
                tables.putShort(mem.getInt(object), mem.getInt(key), from);
                return 0;
            }
            if (tag == Tag.INTEGER) {
                tables.putInteger(mem.getInt(object), mem.getLong(key), from);
                return 0;
            }
        }
        return callMeta(frame, metamethods.setIndex(object, key, from, callArea(frame)));
    }

    private int setIndexInteger(int frame, int object, long key, int from) {
        values.setInteger(IMMEDIATE, key);
        return setIndex(frame, object, IMMEDIATE, from);
    }

    int self(int frame, int object, int key, int to) {
        int count = metamethods.index(object, key, IMMEDIATE, callArea(frame));
        values.copy(to + Layout.SLOT, object);
        if (count == 0) {
            values.copy(to, IMMEDIATE);
        }
        return callMeta(frame, count);
    }

    int newTable(int frame, int to, int logNodesPlusOne) {
        int table = tables.create(extra(frame), logNodesPlusOne == 0 ? 0 : 1 << logNodesPlusOne - 1);
        values.set(to, table, Tag.TABLE);
        jump(frame, 1);
        return Invocation.RELOAD;
    }

    int setList(int frame, int slot, int count) {
        int offset = extra(frame);
        int table = values.object(slot);
        int elements = count != 0 ? count : (mem.getInt(State.TOP) - slot >> Layout.SLOT_SHIFT) - 1;
        tables.fill(table, offset, slot + Layout.SLOT, elements);
        jump(frame, 1);
        return Invocation.RELOAD;
    }

    // --- operators ---

    /** @param second where operand C is counted from: constants or registers */
    private int arithmetic(int frame, int i, int base, int second) {
        int op = i & 0xFF;
        int operation = op >= Op.ADD ? op - Op.ADD : op - Op.ADDK;
        int a = base + (i >>> 12 & 0xFF0);
        int b = second + (i >>> 20 & 0xFF0);
        int to = base + (i >>> 4 & 0xFF0);
        if (operators.onNumbers(operation, a, b, to)) {
            return 0;
        }
        return callMeta(frame, operators.arithmetic(Name.ADD + operation, a, b, to, callArea(frame)));
    }

    private int arithmeticImmediate(int frame, int i, int base, int to) {
        values.setInteger(IMMEDIATE, i >> 24);
        int event = (i & 0xFF) == Op.ADDI ? Name.ADD : Name.SUB;
        return callMeta(frame, operators.arithmetic(event, base + (i >>> 12 & 0xFF0), IMMEDIATE, to, callArea(frame)));
    }

    private int unary(int frame, int i, int base, int to) {
        int operand = base + (i >>> 12 & 0xFF0);
        int event = (i & 0xFF) == Op.UNM ? Name.UNM : Name.BNOT;
        return callMeta(frame, operators.arithmetic(event, operand, operand, to, callArea(frame)));
    }

    int length(int frame, int object, int to) {
        if (mem.getByte(object + Layout.TAG) == Tag.TABLE && mem.getInt(mem.getInt(object) + Table.METATABLE) == 0) {
            values.setInteger(to, tables.length(mem.getInt(object)));
            return 0;
        }
        return callMeta(frame, metamethods.length(object, to, callArea(frame)));
    }

    /** Concatenates {@code count} registers from {@code from} into the first. */
    int concat(int frame, int from, int count) {
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

    /** Takes or skips the jump that follows a comparison, or calls the metamethod that decides. */
    private int compare(int frame, int i, int comparison) {
        if (comparison == Operators.CALL) {
            return callMeta(frame, 2);
        }
        completion.branch(frame, i, comparison == Operators.TRUE);
        return Invocation.RELOAD;
    }

    private int compareBy(int op, int a, int b, int at) {
        if (op == Op.EQ) {
            return operators.equal(a, b, at);
        }
        return op == Op.LT ? operators.less(a, b, at) : operators.lessEqual(a, b, at);
    }

    private int compareImmediate(int frame, int i, int a) {
        int op = i & 0xFF;
        values.setInteger(IMMEDIATE, (byte) (i >> 16));
        int at = callArea(frame);
        if (op == Op.EQI) {
            return metamethods.rawEqual(a, IMMEDIATE) ? Operators.TRUE : Operators.FALSE;
        }
        if (op == Op.LTI || op == Op.LEI) {
            return op == Op.LTI ? operators.less(a, IMMEDIATE, at) : operators.lessEqual(a, IMMEDIATE, at);
        }
        return op == Op.GTI ? operators.less(IMMEDIATE, a, at) : operators.lessEqual(IMMEDIATE, a, at);
    }

    int prepareFor(int frame, int i, int loop) {
        if (operators.prepareFor(loop)) {
            values.copy(loop + 3 * Layout.SLOT, loop);
            return 0;
        }
        jump(frame, (i >>> 16) + 1);
        return Invocation.RELOAD;
    }

    // --- functions ---

    int closure(int base, int index, int to) {
        int enclosing = values.object(base - Layout.SLOT);
        int prototype = mem.getInt(enclosing + Closure.PROTOTYPE);
        int child = mem.getInt(mem.getInt(prototype + Prototype.CHILDREN) + 4 * index);
        values.set(to, closures.create(child, enclosing, base), Tag.CLOSURE);
        return 0;
    }

    int vararg(int frame, int to, int wanted) {
        int count = calls.extraCount(frame);
        int needed = wanted < 0 ? count : wanted;
        int slot = stacks.reserve(to, needed + 1);
        int from = calls.firstExtra(frame, count);
        calls.chargeElements(needed);
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

    private int call(int func, int count, int wanted) {
        return invocation.invoke(func, count, wanted, 0);
    }

    /** Replaces the running frame by that of a Lua function; anything else is called, and RETURN follows. */
    int tailCall(int frame, int i, int func, int count) {
        int arguments = count;
        int callee = func;
        if (!calls.isFunction(callee)) {
            arguments += invocation.insertCallables(callee, arguments);
            callee = calls.callee();
        }
        if (!calls.isLuaFunction(callee)) {
            return invocation.callOther(callee, arguments, -1);
        }
        callee = calls.reserveLua(callee, arguments);
        if (i >>> 24 != 0) {
            closures.close(mem.getInt(frame + Frame.FUNCTION) + Layout.SLOT);
        }
        int first = calls.firstSlot(frame);
        calls.chargeElements(arguments);
        for (int offset = 0; offset <= arguments << Layout.SLOT_SHIFT; offset += Layout.SLOT) {
            values.copy(first + offset, callee + offset);
        }
        int flags = mem.getInt(frame + Frame.FLAGS) & ~FrameFlag.GUARD | FrameFlag.TAIL;
        calls.drop(frame);
        calls.enterLua(first, arguments, mem.getInt(frame + Frame.WANTED), flags);
        return Invocation.RELOAD;
    }

    int returnValues(int frame, int i, int from) {
        int count = returnCount(frame, i, from);
        if (i >>> 24 != 0) {
            int base = mem.getInt(frame + Frame.FUNCTION) + Layout.SLOT;
            int pending = closures.pendingToClose(base);
            if (pending != 0) {
                mem.putInt(frame + Frame.RESULTS, count);
                mem.putInt(frame + Frame.FLAGS, mem.getInt(frame + Frame.FLAGS) | FrameFlag.RETURNING);
                closures.close(base);
                return closeNext(pending, Math.max(pending + Layout.SLOT, from + (count << Layout.SLOT_SHIFT)));
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

    // --- to-be-closed variables ---

    /** Closes what is at or above a register. Repeated until no variable is pending. */
    private int close(int frame, int level) {
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
    private int markToClose(int slot) {
        if (!values.isTrue(slot)) {
            return 0;
        }
        if (metamethods.event(slot, Name.CLOSE) == State.EMPTY_NODE) {
            errors.closeError(slot);
        }
        closures.pushToClose(slot);
        return 0;
    }

    // --- generic for ---

    int forCall(int loop, int wanted) {
        int call = loop + 4 * Layout.SLOT;
        if (mem.getByte(loop + Layout.TAG) == Tag.BUILTIN
                && mem.getByte(loop + Layout.SLOT + Layout.TAG) == Tag.TABLE
                && wanted <= 2
                && iterate(mem.getInt(loop), mem.getInt(loop + Layout.SLOT), loop + 2 * Layout.SLOT, call)) {
            mem.putInt(State.FUEL, mem.getInt(State.FUEL) - FuelCost.CALL);
            return 0;
        }
        layOutIteration(loop);
        return matchNext(call, wanted) ? 0 : invocation.callOther(call, 2, wanted);
    }

    /** Copies iterator and arguments to where they are called; answers that slot. */
    @Inline
    int layOutIteration(int loop) {
        int call = loop + 4 * Layout.SLOT;
        values.copy(call, loop);
        values.copy(call + Layout.SLOT, loop + Layout.SLOT);
        values.copy(call + 2 * Layout.SLOT, loop + 2 * Layout.SLOT);
        return call;
    }

    /** The iterators of pairs and of ipairs, as long as that calls no metamethod; false if nothing was done. */
    private boolean iterate(int builtin, int table, int control, int to) {
        if (builtin == Builtin.NEXT) {
            values.copy(to, control);
            return tables.next(table, to) >= 0;
        }
        if (builtin != Builtin.IPAIRS_NEXT || values.tag(control) != Tag.INTEGER) {
            return false;
        }
        long index = values.integer(control) + 1;
        if (!tables.inArray(table, index)) {
            return false;
        }
        int element = tables.getInteger(table, index);
        if (values.isNil(element)) {
            return false;
        }
        values.setInteger(to, index);
        values.copy(to + Layout.SLOT, element);
        return true;
    }

    /** The iterator of string.gmatch, where that needs no frame; false if nothing was done. */
    private boolean matchNext(int call, int wanted) {
        if (mem.getByte(call + Layout.TAG) != Tag.BUILTIN_CLOSURE
                || mem.getInt(mem.getInt(call) + BuiltinClosure.ID) != Builtin.STRING_GMATCH_NEXT) {
            return false;
        }
        int results = leaves.call(Builtin.STRING_GMATCH_NEXT, call, 2);
        if (results < 0) {
            return false;
        }
        mem.putInt(State.FUEL, mem.getInt(State.FUEL) - FuelCost.CALL);
        values.clear(call + (results << Layout.SLOT_SHIFT), call + (wanted << Layout.SLOT_SHIFT));
        return true;
    }

    private int forNext(int frame, int i, int loop) {
        int control = loop + 4 * Layout.SLOT;
        if (values.isNil(control)) {
            return 0;
        }
        values.copy(loop + 2 * Layout.SLOT, control);
        jump(frame, -(i >>> 16));
        mem.putInt(State.FUEL, mem.getInt(State.FUEL) - FuelCost.BACK_EDGE);
        return Invocation.RELOAD;
    }

    // --- safepoint ---

    /**
     * Only between instructions of the running frame. Collects if it is time, runs finalizers that are due, and leaves
     * when the fuel slice is used up.
     */
    public int safepoint() {
        int frame = mem.getInt(State.FRAME);
        collect();
        if (mem.getInt(State.FUEL) < 0) {
            return Exit.FUEL;
        }
        return mem.getInt(State.TO_FINALIZE) != 0 && mem.getInt(State.FINALIZING) == 0 && !hasOpenResults(frame)
                ? callFinalizers(frame)
                : Invocation.RELOAD;
    }

    /**
     * The collector's part of a safepoint in the middle of compiled code.
     *
     * @return whether the code may go on: no finalizer is due
     */
    boolean collectsWithin() {
        if (mem.getInt(State.TO_FINALIZE) != 0) {
            return false;
        }
        collect();
        return mem.getInt(State.TO_FINALIZE) == 0;
    }

    private void collect() {
        if (mem.getInt(State.DEBT) > 0) {
            values.clear(State.SCRATCH_SLOTS, State.SCRATCH_SLOTS_END);
            collector.step();
            if (mem.getInt(State.GC_STRESS) != 0) {
                mem.putInt(State.DEBT, 1);
            }
        }
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
