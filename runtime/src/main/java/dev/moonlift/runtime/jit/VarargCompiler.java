package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Str;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;

/**
 * Extra arguments: VARARG, and {@code select}, which looks at them where they lie, right below the function.
 *
 * <p>{@code select('#', ...)} and {@code select(n, ...)} are a VARARG and a CALL. What is not as expected leaves before
 * the VARARG, which so need not be done.
 */
final class VarargCompiler {
    private final FunctionCode function;
    private final Expectations expectations;
    private final Emission at;

    VarargCompiler(Emission at) {
        this.function = at.unit().function();
        this.expectations = at.unit().expectations();
        this.at = at;
    }

    /** How many extra arguments there are. */
    private Value count() {
        Value bytes = at.loadInt(at.frame(), Frame.VARARG_BYTES);
        Value slots = at.add(WasmOp.I32_SHR_U, bytes, at.constant(Layout.SLOT_SHIFT));
        Value count = at.add(WasmOp.I32_SUB, slots, at.constant(1 + function.parameters()));
        if (function.parameters() == 0) {
            return count;
        }
        Value isPositive = at.add(WasmOp.I32_GT_S, count, at.constant(0));
        return at.graph().select(at.block(), count, at.constant(0), isPositive);
    }

    /** Address behind a number of slots from the base on, and more, the number of which is a value. */
    private Value behind(int slots, Value more) {
        Value bytes = at.add(WasmOp.I32_SHL, more, at.constant(Layout.SLOT_SHIFT));
        Value end = at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(slots)));
        return at.add(WasmOp.I32_ADD, end, bytes);
    }

    // --- VARARG ---

    /** VARARG, unless the {@code select} behind it does without. */
    void copy(int i, int pc) {
        int a = Instruction.a(i);
        int wanted = Instruction.c(i) - 1;
        if (isSelect(pc + 1)) {
            at.registers().forgetFrom(a);
            return;
        }
        Block join = at.newJoin(Kind.ANY);
        Block slow = at.generalThen(pc + 1, pc + 1, -1, Kind.ANY, join);
        Value to = at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(a)));
        at.requireDone(at.call(KernelFunction.VARARG, at.frame(), to, at.constant(wanted)), slow);
        at.join(join);
        at.registers().forgetFrom(a);
    }

    /** SETLIST of all values up to TOP; false if it is another. */
    boolean list(int i, int pc) {
        int a = Instruction.a(i);
        if (Instruction.b(i) != 0 || at.registers().kind(a) != Kind.TABLE) {
            return false;
        }
        for (int r = a + 1; r < at.registers().count(); r++) {
            at.flush(r);
        }
        Block join = at.newJoin(Kind.ANY);
        Block slow = at.generalThen(pc + 1, pc + 2, -1, Kind.ANY, join);
        Value offset = at.constant(Instruction.ax(function.code()[pc + 1]));
        Value first = at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(a + 1)));
        Value table = at.registers().value(a);
        at.requireDone(at.call(KernelFunction.FILL, table, offset, first), slow);
        at.join(join);
        return true;
    }

    // --- select ---

    /** Whether a CALL is of {@code select}, and can be done without the VARARG before it. */
    private boolean isSelect(int pc) {
        int a = pc < function.code().length ? Instruction.a(function.code()[pc]) : 0;
        return expectations.isSelect(pc)
                && !at.unit().flow().isLeader(pc)
                && at.registers().kind(a) == Kind.ANY
                && mayBeFirst(at.registers().kind(a + 1));
    }

    /** Integers may be, and strings. */
    private static boolean mayBeFirst(Kind kind) {
        return kind == Kind.INTEGER || kind == Kind.ANY;
    }

    /** Does a call of {@code select}; false if it is none. */
    boolean select(int i, int pc) {
        if (!isSelect(pc)) {
            return false;
        }
        int a = Instruction.a(i);
        Block slow = at.exitTo(pc - 1);
        at.requireBuiltin(a, Builtin.SELECT, slow);
        Value count = count();
        requireRoom(a, count, slow);
        Value fuel = requireFuel(count, pc);
        if (isLoadedString(a + 1, pc - 2)) {
            requireNumberSign(a + 1, slow);
            at.registers().setFuel(fuel);
            define(a, Kind.INTEGER, at.add(WasmOp.I64_EXTEND_I32_S, count), pc);
        } else {
            argument(a, count, fuel, slow, pc);
        }
        return true;
    }

    /** Room for what VARARG copies and for the builtin's frame, as the interpreter makes it. */
    private void requireRoom(int a, Value count, Block slow) {
        Value coroutine = at.coroutine();
        Value top = at.add(WasmOp.I32_ADD, behind(a + 2 + Calls.BUILTIN_SLOTS, count), at.constant(Stacks.MARGIN));
        at.require(at.add(WasmOp.I32_LE_U, top, at.loadInt(coroutine, Coroutine.STACK_END)), slow);
        Value frame = at.add(WasmOp.I32_ADD, at.frame(), at.constant(Frame.BYTES));
        at.require(at.add(WasmOp.I32_LT_U, frame, at.loadInt(coroutine, Coroutine.FRAMES_END)), slow);
    }

    /** The fuel behind the call, if there is enough for VARARG and it; else the interpreter does both. */
    private Value requireFuel(Value count, int pc) {
        Value copied = at.add(WasmOp.I32_DIV_U, count, at.constant(FuelCost.ELEMENTS_PER_UNIT));
        Value unpaid = at.add(WasmOp.I32_SUB, at.registers().fuel(), at.constant(FuelCost.CALL));
        Value fuel = at.add(WasmOp.I32_SUB, unpaid, copied);
        at.require(at.add(WasmOp.I32_GE_S, fuel, at.constant(0)), at.leavingTo(pc - 1));
        return fuel;
    }

    private boolean isLoadedString(int register, int pc) {
        int i = pc < 0 || at.unit().flow().isLeader(pc + 1) ? 0 : function.code()[pc];
        return (i & 0xFF) == Op.LOADK
                && Instruction.a(i) == register
                && function.constants().tag(Instruction.bx(i)) == Tag.SHORT_STRING;
    }

    private void requireNumberSign(int register, Block slow) {
        Value string = new StringAccess(at).known(register);
        at.require(at.loadInt(string, Str.LENGTH), slow);
        at.require(at.add(WasmOp.I32_EQ, at.loadByte(string, Str.BYTES), at.constant('#')), slow);
    }

    /** The extra argument with the number in a register, counted from 1; none below that. */
    private void argument(int a, Value count, Value fuel, Block slow, int pc) {
        Value number = number(a + 1, slow);
        Value index = at.add(WasmOp.I64_SUB, number, at.constant(1L));
        at.require(at.add(WasmOp.I64_GE_S, number, at.constant(1L)), slow);
        Value isThere = at.add(WasmOp.I64_LT_U, index, at.add(WasmOp.I64_EXTEND_I32_U, count));
        Value distance = at.add(WasmOp.I32_SUB, at.add(WasmOp.I32_WRAP_I64, index), count);
        Value slot = behind(-1, distance);
        Kind kind = kind(a, pc);
        if (kind == Kind.ANY) {
            at.registers().setFuel(fuel);
            copyOrClear(a, slot, isThere);
            at.registers().forgetFrom(a);
        } else {
            at.require(isThere, slow);
            at.require(at.isOfKind(at.loadByte(slot, Layout.TAG), kind), slow);
            at.registers().setFuel(fuel);
            define(a, kind, at.loadPayload(slot, 0, Layout.TAG, kind), pc);
        }
    }

    private Value number(int register, Block slow) {
        if (at.registers().kind(register) == Kind.INTEGER) {
            return at.registers().value(register);
        }
        at.require(at.isOfKind(at.loadTag(register), Kind.INTEGER), slow);
        return at.loadPayload(register, Kind.INTEGER);
    }

    private void copyOrClear(int to, Value from, Value isThere) {
        Block there = at.graph().newBlock();
        Block absent = at.graph().newBlock();
        Block done = at.graph().newBlock();
        at.end(new Terminator.Branch(isThere, Edge.to(there), Edge.to(absent)));
        at.moveTo(there);
        at.copySlot(to, from, 0);
        at.end(new Terminator.Jump(Edge.to(done)));
        at.moveTo(absent);
        at.addAt(WasmOp.I32_STORE8, Emission.offset(to) + Layout.TAG, at.base(), at.constant(Tag.NIL));
        at.end(new Terminator.Jump(Edge.to(done)));
        at.moveTo(done);
    }

    /** The kind that the call's result is expected to have. */
    private Kind kind(int a, int pc) {
        return function.captured().get(a) ? Kind.ANY : expectations.callResult(pc);
    }

    private void define(int a, Kind kind, Value value, int pc) {
        at.registers().forgetFrom(a);
        at.registers().define(a, kind, value);
        if (kind(a, pc) != kind) {
            at.flush(a);
            at.registers().forget(a);
        }
    }
}
