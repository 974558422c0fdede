package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.interp.CompiledStatus;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.List;

/**
 * Returns: of code that is called directly, to compiled code, with the result unboxed or in the function's slot; of
 * other code, to whatever called, as the interpreter returns. The kernel does what is rare.
 */
final class ReturnCompiler {
    /** WANTED and FLAGS of what a builtin has called. */
    private static final long ALL_FOR_BUILTIN = (long) FrameFlag.FROM_BUILTIN << Integer.SIZE | 0xFFFFFFFFL;

    private final FunctionCode function;
    private final Emission at;
    private final ClosingCompiler closings;

    ReturnCompiler(Emission at, ClosingCompiler closings) {
        this.function = at.unit().function();
        this.at = at;
        this.closings = closings;
    }

    /** Any instruction that returns. */
    void translate(int i, int pc) {
        int count = ReturnForm.count(i);
        int most = at.isDirect() ? 1 : FuelCost.ELEMENTS_PER_UNIT - 1;
        if (count < 0 || count > most) {
            leaveByKernel(pc);
            return;
        }
        if (ReturnForm.closes(i)) {
            close(pc);
        }
        if (at.isDirect()) {
            leaveDirect(Instruction.a(i), count, pc);
        } else {
            leaveFrame(Instruction.a(i), count, pc);
        }
    }

    /** Has the kernel do an instruction that returns. */
    void leaveByKernel(int pc) {
        at.leave(at.finalRequest(KernelFunction.LEAVE, at.frame(), at.constant(function.address(pc + 1))));
    }

    /** Closes variables before a return, which is left to the kernel if metamethods are to close some. */
    private void close(int pc) {
        if (!at.isPure()) {
            closings.requireNothingPending(0, at.isDirect() ? deliveredByKernel(pc) : leavingByKernel(pc));
        }
        closings.moveCaptured(0);
    }

    private Block leavingByKernel(int pc) {
        Block here = at.block();
        Registers before = at.registers();
        Block leaving = at.escape(at.graph().newBlock());
        at.moveTo(leaving, before.copy());
        leaveByKernel(pc);
        at.moveTo(here, before);
        return leaving;
    }

    private void leaveDirect(int a, int count, int pc) {
        if (!at.isPure()) {
            at.require(isOrdinary(at.loadInt(at.frame(), Frame.FLAGS)), deliveredByKernel(pc));
        }
        returnDirect(a, count);
    }

    /** Returns a register to compiled code, or nothing, for which nil stands if the function has a result. */
    void returnDirect(int a, int count) {
        Signature signature = at.unit().signature();
        at.storeFuel();
        List<Value> results = new ArrayList<>();
        if (signature.isUnboxed()) {
            results.add(at.registers().value(a));
        } else if (count == 1) {
            deliver(a);
        } else if (signature.hasResult()) {
            at.addAt(WasmOp.I32_STORE8, Layout.TAG, at.functionSlot(), at.constant(Tag.NIL));
        }
        if (!signature.isPure()) {
            popFrame();
        }
        results.add(at.constant(CompiledStatus.RETURNED));
        at.end(new Terminator.Return(results));
    }

    /** A block where the kernel returns from a frame that is not of a direct call, or a guard of the collector. */
    private Block deliveredByKernel(int pc) {
        Block here = at.block();
        Registers before = at.registers();
        Block delivery = at.graph().newBlock();
        at.moveTo(delivery, before.copy());
        Value status = at.finalRequest(KernelFunction.LEAVE, at.frame(), at.constant(function.address(pc + 1)));
        leaveDelivered(status);
        at.moveTo(here, before);
        return delivery;
    }

    void leaveDelivered(Value status) {
        at.leave(instead(status, CompiledStatus.RETURNED, CompiledStatus.DELIVERED));
    }

    /** Whether a frame with these flags is of a call by a CALL, or of one by code that takes the result itself. */
    Value isPlain(Value flags) {
        int others = ~(FrameFlag.TAIL | FrameFlag.META_DIRECT);
        return at.add(WasmOp.I32_EQZ, at.add(WasmOp.I32_AND, flags, at.constant(others)));
    }

    /** The same or a call by a builtin, which goes on when that has returned. */
    Value isOrdinary(Value flags) {
        int others = ~(FrameFlag.TAIL | FrameFlag.META_DIRECT | FrameFlag.FROM_BUILTIN);
        return at.add(WasmOp.I32_EQZ, at.add(WasmOp.I32_AND, flags, at.constant(others)));
    }

    /** A status, or another instead of a certain one. */
    Value instead(Value status, int certain, int other) {
        Value isCertain = at.add(WasmOp.I32_EQ, status, at.constant(certain));
        return at.graph().select(at.block(), at.constant(other), status, isCertain);
    }

    /**
     * Returns values to a caller that wants no more, or one instead of none, or all to a builtin; the kernel does what
     * needs more. What the caller does not want comes to slots that nobody reads.
     */
    private void leaveFrame(int a, int count, int pc) {
        int most = Math.max(1, count);
        Block other = leavingByKernel(pc);
        // WANTED, and behind it FLAGS.
        Value both = at.addAt(WasmOp.I64_LOAD, Frame.WANTED, at.frame());
        Value plain = at.add(WasmOp.I64_AND, both, at.constant(~((long) FrameFlag.TAIL << Integer.SIZE)));
        Value isPlain = at.add(WasmOp.I64_LE_U, plain, at.constant((long) most));
        Value isOfBuiltin = at.add(WasmOp.I64_EQ, plain, at.constant(ALL_FOR_BUILTIN));
        at.require(at.add(WasmOp.I32_OR, isPlain, isOfBuiltin), other);
        Value first = firstSlot();
        for (int n = 0; n < count; n++) {
            deliver(a + n, first, Emission.offset(n));
        }
        at.storeFuel();
        finishFrame(isPlain, first, count);
    }

    /**
     * Leaves a frame whose results have been stored. If there are none, nil is there, in case that one is wanted, and
     * TOP says where they end, unless a number of them is.
     */
    void finishFrame(Value isCounted, Value first, int count) {
        if (count == 0) {
            at.addAt(WasmOp.I32_STORE8, Layout.TAG, first, at.constant(Tag.NIL));
        }
        Block all = at.graph().newBlock();
        Block done = at.graph().newBlock();
        at.end(new Terminator.Branch(isCounted, Edge.to(done), Edge.to(all)));
        at.moveTo(all);
        Value top = at.add(WasmOp.I32_ADD, first, at.constant(Emission.offset(count)));
        at.addAt(WasmOp.I32_STORE, State.TOP, at.constant(0), top);
        at.end(new Terminator.Jump(Edge.to(done)));
        at.moveTo(done);
        popFrame();
        at.leave(at.constant(CompiledStatus.RETURNED));
    }

    /** Where the function was called, and its results are expected: below extra arguments. */
    private Value firstSlot() {
        Value func = at.functionSlot();
        return function.isVararg() ? at.add(WasmOp.I32_SUB, func, at.loadInt(at.frame(), Frame.VARARG_BYTES)) : func;
    }

    /** Stores a register where the caller expects the result. */
    private void deliver(int register) {
        deliver(register, at.functionSlot(), 0);
    }

    private void deliver(int register, Value to, int offset) {
        Kind kind = at.registers().kind(register);
        if (kind == Kind.ANY) {
            at.addAt(WasmOp.I64_STORE, offset, to, at.loadPayload(register, Kind.INTEGER));
            at.addAt(WasmOp.I32_STORE8, offset + Layout.TAG, to, at.loadTag(register));
        } else {
            at.store(to, offset, to, offset + Layout.TAG, kind, at.registers().value(register));
        }
    }

    void popFrame() {
        Value caller = at.add(WasmOp.I32_SUB, at.frame(), at.constant(Frame.BYTES));
        at.addAt(WasmOp.I32_STORE, State.FRAME, at.constant(0), caller);
    }
}
