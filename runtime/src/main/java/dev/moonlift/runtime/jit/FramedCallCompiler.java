package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
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
        Callee callee = profile.callsVararg(pc)
                ? varargCallee(closure, a, count(i, a), other)
                : callee(closure, a, count(i, a), Frame.BYTES, other);
        at.addAt(WasmOp.I32_STORE, Frame.PC, at.frame(), at.constant(function.address(pc + 1)));
        Value status = run(callee, Instruction.c(i) - 1, 0, FuelCost.CALL);
        leaveUnlessReturned(status);
        at.loadFuel();
        at.end(new Terminator.Jump(new Edge(join, List.of(at.registers().fuel()))));
    }

    /**
     * A function that is to be called.
     *
     * @param number of its direct code
     * @param func where its frame has its function
     * @param shift from where it was put to there
     * @param frame where its frame comes
     * @param room what it has of the native stack
     */
    record Callee(Value prototype, Value number, Value func, Value shift, Value frame, Value room) {}

    /**
     * A function, if it can be called so: there is code and room, and it takes no extra arguments.
     *
     * @param register where it is for the call, its arguments above it
     * @param most how many parameters it may have
     * @param distance of its frame from the running one
     */
    Callee callee(Value closure, int register, Value most, int distance, Block other) {
        Value prototype = at.prototype(closure);
        Value number = requireCode(prototype, other);
        at.require(at.add(WasmOp.I32_LE_U, parameters(prototype), most), other);
        return placed(prototype, number, slot(register), at.constant(0), distance, other);
    }

    /** How many parameters a function has; negative if it is vararg. */
    Value parameters(Value prototype) {
        return at.addAt(WasmOp.I32_LOAD16_S, Header.EXTRA, prototype);
    }

    /** The same for one that takes only extra arguments, and lies above them. */
    private Callee varargCallee(Value closure, int register, Value count, Block other) {
        Value prototype = at.prototype(closure);
        Value number = requireCode(prototype, other);
        Value slot = slot(register);
        Value extras = at.addAt(WasmOp.I32_LOAD16_U, Header.EXTRA, prototype);
        at.require(at.add(WasmOp.I32_EQ, extras, at.constant(Prototype.ONLY_EXTRA_ARGUMENTS)), other);
        Value isFree = at.add(WasmOp.I32_LT_U, count, at.constant(FuelCost.ELEMENTS_PER_UNIT));
        at.require(isFree, other);
        Value passed = at.add(WasmOp.I32_ADD, count, at.constant(1));
        Value shift = at.add(WasmOp.I32_SHL, passed, at.constant(Layout.SLOT_SHIFT));
        Value func = at.add(WasmOp.I32_ADD, slot, shift);
        Callee callee = placed(prototype, number, func, shift, Frame.BYTES, other);
        at.store(func, 0, func, Layout.TAG, Kind.CLOSURE, closure);
        return callee;
    }

    private Value requireCode(Value prototype, Block other) {
        Value number = at.loadInt(prototype, Prototype.DIRECT);
        at.require(number, other);
        return number;
    }

    private Callee placed(Value prototype, Value number, Value func, Value shift, int distance, Block other) {
        Value frame = at.add(WasmOp.I32_ADD, at.frame(), at.constant(distance));
        Value behind = at.add(WasmOp.I32_ADD, func, at.loadInt(prototype, Prototype.FRAME_BYTES));
        Value room = requireRoom(behind, frame, other);
        return new Callee(prototype, number, func, shift, frame, room);
    }

    /** The closure in a register. */
    Value closure(int register, Block other) {
        if (at.registers().kind(register) == Kind.CLOSURE) {
            return at.registers().value(register);
        }
        at.require(at.isOfKind(at.loadTag(register), Kind.CLOSURE), other);
        return at.loadPayload(register, Kind.CLOSURE);
    }

    Value slot(int register) {
        return at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(register)));
    }

    /** How many arguments there are: as the instruction says, or up to TOP. */
    Value count(int i, int register) {
        if (Instruction.b(i) != 0) {
            return at.constant(Instruction.b(i) - 1);
        }
        Value bytes = at.add(WasmOp.I32_SUB, at.loadInt(at.constant(0), State.TOP), slot(register));
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
        requireSlots(at.add(WasmOp.I32_ADD, behind, at.constant(Layout.SLOT)), other);
        Value coroutine = at.coroutine();
        at.require(at.add(WasmOp.I32_LT_S, callee, at.loadInt(coroutine, Coroutine.FRAMES_END)), other);
        Value room = at.add(WasmOp.I32_SUB, at.room(), at.constant(CompiledCode.CALL_ROOM));
        at.require(at.add(WasmOp.I32_GE_S, room, at.constant(0)), other);
        return room;
    }

    /** Goes on if the guest's stack has slots up to an address. */
    void requireSlots(Value end, Block other) {
        Value coroutine = at.coroutine();
        Value margin = at.add(WasmOp.I32_ADD, end, at.constant(Stacks.MARGIN));
        at.require(at.add(WasmOp.I32_LE_U, margin, at.loadInt(coroutine, Coroutine.STACK_END)), other);
    }

    /**
     * Makes the callee's frame the running one, pays, and runs its code; answers the status.
     *
     * @param cost fuel for the call
     */
    Value run(Callee callee, int wanted, int flags, int cost) {
        enter(callee, wanted, flags);
        pay(cost);
        at.addAt(WasmOp.I32_STORE, State.COMPILED_ROOM, at.constant(0), callee.room());
        Value code = at.add(WasmOp.I32_ADD, callee.number(), at.constant(1));
        return at.graph()
                .callIndirect(at.block(), Signature.OF_FRAMED_CODE, at.origin(), List.of(callee.frame(), code))
                .get(0);
    }

    private void enter(Callee callee, int wanted, int flags) {
        Value frame = callee.frame();
        Value prototype = callee.prototype();
        Value registers = at.loadInt(prototype, Prototype.FRAME_BYTES);
        Value behind = at.add(WasmOp.I32_ADD, callee.func(), registers);
        at.addAt(WasmOp.I32_STORE, Frame.PC, frame, at.loadInt(prototype, Prototype.ENTRY));
        at.addAt(WasmOp.I32_STORE, Frame.FUNCTION, frame, callee.func());
        at.addAt(WasmOp.I32_STORE, Frame.TOP, frame, at.add(WasmOp.I32_ADD, behind, at.constant(Layout.SLOT)));
        at.addAt(WasmOp.I32_STORE, Frame.VARARG_BYTES, frame, callee.shift());
        // WANTED, and behind it FLAGS, as the interpreter stores them.
        long wantedAndFlags = wanted & 0xFFFFFFFFL | (long) flags << Integer.SIZE;
        at.addAt(WasmOp.I64_STORE, Frame.WANTED, frame, at.constant(wantedAndFlags));
        at.addAt(WasmOp.I32_STORE, Frame.CONSTANTS, frame, at.loadInt(prototype, Prototype.CONSTANTS));
        at.addAt(WasmOp.I32_STORE, State.FRAME, at.constant(0), frame);
    }

    private void pay(int cost) {
        at.registers().setFuel(at.add(WasmOp.I32_SUB, at.registers().fuel(), at.constant(cost)));
        at.storeFuel();
        Block unpaid = at.graph().newBlock();
        at.requireDone(at.add(WasmOp.I32_GE_S, at.registers().fuel(), at.constant(0)), unpaid);
        leaveAt(unpaid, Exit.FUEL);
    }

    private void leaveAt(Block block, int status) {
        Block here = at.block();
        at.moveTo(block);
        at.leave(at.constant(status));
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
