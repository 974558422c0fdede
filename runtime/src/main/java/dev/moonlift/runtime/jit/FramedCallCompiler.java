package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.interp.CompiledCode;
import dev.moonlift.runtime.kernel.interp.CompiledStatus;
import dev.moonlift.runtime.kernel.interp.Exit;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;

/**
 * Calls of whatever Lua function has code that takes a frame: arguments and results are in slots. The frame is made as
 * the kernel makes it, which does the call where that takes more: for a function without code or with too few
 * arguments, and where a stack would have to grow.
 */
final class FramedCallCompiler {
    private final FunctionCode function;
    private final Profile profile;
    private final Emission at;

    FramedCallCompiler(Emission at) {
        this.function = at.unit().function();
        this.profile = at.unit().expectations().profile();
        this.at = at;
    }

    /** Whether a call is worth that. */
    boolean isWorth(int pc) {
        return !at.isPure() && profile.callsLua(pc);
    }

    /**
     * Calls a function, all live registers being in their slots, and goes on at the join, with the results in slots; at
     * the other block if the kernel is to do it.
     */
    void call(int i, int pc, Block join, Block other) {
        int a = Instruction.a(i);
        Value closure = closure(a, other);
        Value prototype = at.loadInt(closure, Closure.PROTOTYPE);
        Value number = at.loadInt(prototype, Prototype.DIRECT);
        at.require(number, other);
        Value slot = at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(a)));
        Value count = count(i, slot);
        Value extras = at.addAt(WasmOp.I32_LOAD16_U, Header.EXTRA, prototype);
        boolean isVararg = profile.callsVararg(pc);
        Value shift = at.constant(0);
        if (isVararg) {
            at.require(at.add(WasmOp.I32_EQ, extras, at.constant(Prototype.ONLY_EXTRA_ARGUMENTS)), other);
            Value isFree = at.add(WasmOp.I32_LT_U, count, at.constant(FuelCost.ELEMENTS_PER_UNIT));
            at.require(isFree, other);
            Value passed = at.add(WasmOp.I32_ADD, count, at.constant(1));
            shift = at.add(WasmOp.I32_SHL, passed, at.constant(Layout.SLOT_SHIFT));
        } else {
            at.require(at.add(WasmOp.I32_LE_U, extras, count), other);
        }
        Value func = at.add(WasmOp.I32_ADD, slot, shift);
        Value registers = at.loadInt(prototype, Prototype.FRAME_BYTES);
        Value behind = at.add(WasmOp.I32_ADD, func, registers);
        Value callee = at.add(WasmOp.I32_ADD, at.frame(), at.constant(Frame.BYTES));
        final Value room = requireRoom(behind, callee, other);
        if (isVararg) {
            at.store(func, 0, func, Layout.TAG, Kind.CLOSURE, closure);
        }
        Value top = at.add(WasmOp.I32_ADD, behind, at.constant(Layout.SLOT));
        enter(i, pc, callee, prototype, func, top, shift);
        at.addAt(WasmOp.I32_STORE, State.COMPILED_ROOM, at.constant(0), room);
        Value code = at.add(WasmOp.I32_ADD, number, at.constant(1));
        Value status = at.graph()
                .callIndirect(at.block(), Signature.OF_FRAMED_CODE, at.origin(), List.of(callee, code))
                .get(0);
        leaveUnlessReturned(status);
        at.loadFuel();
        at.end(new Terminator.Jump(new Edge(join, List.of(at.registers().fuel()))));
    }

    private Value closure(int register, Block other) {
        if (at.registers().kind(register) == Kind.CLOSURE) {
            return at.registers().value(register);
        }
        at.require(at.isOfKind(at.loadTag(register), Kind.CLOSURE), other);
        return at.loadPayload(register, Kind.CLOSURE);
    }

    /** How many arguments there are: as the instruction says, or up to TOP. */
    private Value count(int i, Value slot) {
        if (Instruction.b(i) != 0) {
            return at.constant(Instruction.b(i) - 1);
        }
        Value bytes = at.add(WasmOp.I32_SUB, at.loadInt(at.constant(0), State.TOP), slot);
        Value slots = at.add(WasmOp.I32_SHR_U, bytes, at.constant(Layout.SLOT_SHIFT));
        return at.add(WasmOp.I32_SUB, slots, at.constant(1));
    }

    /**
     * Goes on if there is room on the guest's stacks, which never grow here, and on the native one; answers what the
     * callee has of that.
     *
     * @param behind a slot before the end of the callee's registers
     */
    private Value requireRoom(Value behind, Value callee, Block other) {
        Value coroutine = at.loadInt(at.constant(0), State.COROUTINE);
        Value end = at.add(WasmOp.I32_ADD, behind, at.constant(Layout.SLOT + Stacks.MARGIN));
        at.require(at.add(WasmOp.I32_LE_U, end, at.loadInt(coroutine, Coroutine.STACK_END)), other);
        at.require(at.add(WasmOp.I32_LT_S, callee, at.loadInt(coroutine, Coroutine.FRAMES_END)), other);
        Value room = at.add(WasmOp.I32_SUB, at.room(), at.constant(CompiledCode.CALL_ROOM));
        at.require(at.add(WasmOp.I32_GE_S, room, at.constant(0)), other);
        return room;
    }

    /** Makes the callee's frame the running one, and pays. */
    private void enter(int i, int pc, Value callee, Value prototype, Value func, Value top, Value shift) {
        at.addAt(WasmOp.I32_STORE, Frame.PC, at.frame(), at.constant(function.address(pc + 1)));
        at.addAt(WasmOp.I32_STORE, Frame.PC, callee, at.loadInt(prototype, Prototype.ENTRY));
        at.addAt(WasmOp.I32_STORE, Frame.FUNCTION, callee, func);
        at.addAt(WasmOp.I32_STORE, Frame.TOP, callee, top);
        at.addAt(WasmOp.I32_STORE, Frame.VARARG_BYTES, callee, shift);
        // WANTED, and behind it FLAGS, which are none, as the interpreter stores them.
        at.addAt(WasmOp.I64_STORE, Frame.WANTED, callee, at.constant(Instruction.c(i) - 1 & 0xFFFFFFFFL));
        at.addAt(WasmOp.I32_STORE, Frame.CONSTANTS, callee, at.loadInt(prototype, Prototype.CONSTANTS));
        at.addAt(WasmOp.I32_STORE, State.FRAME, at.constant(0), callee);
        at.registers().setFuel(at.add(WasmOp.I32_SUB, at.registers().fuel(), at.constant(FuelCost.CALL)));
        at.storeFuel();
        Block unpaid = at.graph().newBlock();
        at.requireDone(at.add(WasmOp.I32_GE_S, at.registers().fuel(), at.constant(0)), unpaid);
        leaveAt(unpaid, at.constant(Exit.FUEL));
    }

    private void leaveAt(Block block, Value status) {
        Block here = at.block();
        at.moveTo(block);
        at.leave(status);
        at.moveTo(here);
    }

    /** Goes on if the callee has returned, and this function's frame and slots are where they were. */
    private void leaveUnlessReturned(Value status) {
        Block failed = at.graph().newBlock();
        at.requireDone(at.add(WasmOp.I32_EQZ, status), failed);
        Block moved = at.graph().newBlock();
        at.requireDone(at.add(WasmOp.I32_EQ, at.loadInt(at.constant(0), State.FRAME), at.frame()), moved);
        Value func = at.loadInt(at.frame(), Frame.FUNCTION);
        at.requireDone(at.add(WasmOp.I32_EQ, func, at.functionSlot()), moved);
        Block here = at.block();
        at.moveTo(failed);
        Value isDeclined = at.add(WasmOp.I32_EQ, status, at.constant(CompiledStatus.DECLINED));
        at.leave(at.graph().select(at.block(), at.constant(CompiledStatus.INTERPRET), status, isDeclined));
        at.moveTo(moved);
        at.leave(at.constant(CompiledStatus.INTERPRET));
        at.moveTo(here);
    }
}
