package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.interp.CompiledStatus;
import dev.moonlift.runtime.kernel.interp.Exit;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.List;

/**
 * Where code that is called directly begins, and the way to it from a frame that the interpreter has made, which ends
 * as the interpreter would end that frame.
 */
final class WrapperCompiler {
    /** The count of what does not return. */
    private static final int NONE = Integer.MIN_VALUE;

    private final FunctionCode function;
    private final Emission at;
    private final CallCompiler calls;
    private final ReturnCompiler returns;

    WrapperCompiler(Emission at, CallCompiler calls, ReturnCompiler returns) {
        this.function = at.unit().function();
        this.at = at;
        this.calls = calls;
        this.returns = returns;
    }

    /** The beginning of the code that is called directly. */
    void beginDirect() {
        List<Value> parameters = at.graph().entry().parameters();
        Signature signature = at.unit().signature();
        int next = Signature.FIRST_PARAMETER;
        for (int p = 0; p < signature.parameters().size(); p++) {
            Kind kind = signature.parameters().get(p);
            if (kind != Kind.ANY) {
                at.registers().define(p, kind, narrow(parameters.get(next++), kind));
            }
        }
        requireRoom();
        at.loadFuel();
        at.registers().setFuel(at.add(WasmOp.I32_SUB, at.registers().fuel(), at.constant(FuelCost.CALL)));
        if (!signature.isPure()) {
            at.enterFrame();
        } else if (at.isRepeating()) {
            at.addAt(WasmOp.I32_STORE, Frame.REPEATED, at.frame(), at.constant(0));
        }
        at.require(at.add(WasmOp.I32_GE_S, at.registers().fuel(), at.constant(0)), at.exitTo(0, Exit.FUEL));
    }

    /** A parameter as a value of its kind. */
    private Value narrow(Value parameter, Kind kind) {
        return parameter.type() == kind.type() ? parameter : at.add(WasmOp.I32_WRAP_I64, parameter);
    }

    /** Without room on the native stack or on the guest's, the interpreter does the call. */
    private void requireRoom() {
        Block retry = at.escape(at.graph().newBlock());
        at.require(at.add(WasmOp.I32_GT_S, at.room(), at.constant(0)), retry);
        calls.requireStack(function.registers(), at.frame(), retry);
        Block here = at.block();
        at.moveTo(retry);
        at.leave(at.constant(CompiledStatus.RETRY));
        at.moveTo(here);
    }

    /** Calls the direct code of the function, whose frame the interpreter has made, and returns from that. */
    void wrap(CallTarget target) {
        Signature signature = at.unit().signature();
        Block declines = at.escape(at.graph().newBlock());
        final Value wanted = requireCall(signature, declines);
        List<Value> arguments = new ArrayList<>(List.of(at.functionSlot(), at.frame(), at.closure()));
        for (int p = 0; p < signature.parameters().size(); p++) {
            Kind kind = signature.parameters().get(p);
            if (kind != Kind.ANY) {
                at.require(at.isOfKind(at.loadTag(p), kind), declines);
                arguments.add(at.loadPayload(p, kind));
            }
        }
        if (!signature.isPure()) {
            forgetDirect();
        }
        // The direct code pays for the call once more.
        payBack(FuelCost.CALL);
        List<Value> results = calls.invoke(target, at.constant(target.number()), arguments);
        Value status = results.get(results.size() - 1);
        Block returned = at.graph().newBlock();
        Block leaving = at.graph().newBlock();
        at.end(new Terminator.Branch(status, Edge.to(leaving), Edge.to(returned)));
        at.moveTo(leaving);
        leaveWrapper(status);
        at.moveTo(returned);
        if (signature.isPure()) {
            requirePlainFrame(results);
        }
        returnFromWrapper(wanted, results);
        at.moveTo(declines);
        at.report();
        at.leave(at.constant(CompiledStatus.DECLINED));
    }

    /**
     * Goes on if results are wanted as the function gives them: one or all; if it gives now one and now none, one or
     * none for a plain call, where nobody counts them. Answers how many are wanted.
     */
    private Value requireCall(Signature signature, Block declines) {
        if (signature.isMixed()) {
            Value flags = at.loadInt(at.frame(), Frame.FLAGS);
            int others = ~(FrameFlag.TAIL | FrameFlag.META_DIRECT);
            Value isOther = at.add(WasmOp.I32_AND, flags, at.constant(others));
            at.require(at.add(WasmOp.I32_EQZ, isOther), declines);
        }
        Value wanted = at.loadInt(at.frame(), Frame.WANTED);
        WasmOp most = signature.isMixed() ? WasmOp.I32_LE_U : WasmOp.I32_LE_S;
        at.require(at.add(most, wanted, at.constant(1)), declines);
        return wanted;
    }

    /** Code that called a metamethod, and has left since, does not take its result. */
    private void forgetDirect() {
        Block direct = at.graph().newBlock();
        Block next = at.graph().newBlock();
        Value flags = at.loadInt(at.frame(), Frame.FLAGS);
        Value isDirect = at.add(WasmOp.I32_AND, flags, at.constant(FrameFlag.META_DIRECT));
        at.end(new Terminator.Branch(isDirect, Edge.to(direct), Edge.to(next)));
        at.moveTo(direct);
        Value changed = at.add(WasmOp.I32_XOR, flags, at.constant(FrameFlag.META_DIRECT | FrameFlag.META));
        at.addAt(WasmOp.I32_STORE, Frame.FLAGS, at.frame(), changed);
        at.end(new Terminator.Jump(Edge.to(next)));
        at.moveTo(next);
    }

    /** Has the kernel return if the frame is not of a plain call, as if the function had come to a RETURN. */
    private void requirePlainFrame(List<Value> results) {
        Signature signature = at.unit().signature();
        int ordinary = FrameFlag.TAIL | FrameFlag.FROM_BUILTIN;
        Value flags = at.add(WasmOp.I32_AND, at.loadInt(at.frame(), Frame.FLAGS), at.constant(~ordinary));
        Block other = at.escape(at.graph().newBlock());
        at.require(at.add(WasmOp.I32_EQZ, flags), other);
        Block here = at.block();
        at.moveTo(other);
        int pc = anyReturn(signature.hasResult());
        int register = Instruction.a(function.code()[pc]);
        if (signature.isUnboxed()) {
            at.store(register, signature.result(), results.get(0));
        } else if (signature.hasResult()) {
            at.copySlot(register, at.functionSlot(), 0);
        }
        Value behind = at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(register + 1)));
        at.addAt(WasmOp.I32_STORE, State.TOP, at.constant(0), behind);
        at.leave(at.call(KernelFunction.LEAVE, at.frame(), at.constant(function.address(pc + 1))));
        at.moveTo(here);
    }

    /** An instruction that returns one value, or as many as there are below TOP, or none. */
    private int anyReturn(boolean hasResult) {
        int[] code = function.code();
        for (int pc = 0; pc < code.length; pc++) {
            int count = ReturnForm.isReturn(code[pc]) ? ReturnForm.count(code[pc]) : NONE;
            if (hasResult ? count == 1 || count == ReturnForm.OPEN : count == 0) {
                return pc;
            }
        }
        throw new IllegalStateException("no return");
    }

    private void payBack(int units) {
        Value fuel = at.loadInt(at.constant(0), State.FUEL);
        at.addAt(WasmOp.I32_STORE, State.FUEL, at.constant(0), at.add(WasmOp.I32_ADD, fuel, at.constant(units)));
    }

    private void leaveWrapper(Value status) {
        calls.forgetStatus();
        calls.forgetTailed();
        Block retry = at.graph().newBlock();
        at.require(at.add(WasmOp.I32_NE, status, at.constant(CompiledStatus.RETRY)), retry);
        at.leave(returns.instead(status, CompiledStatus.DELIVERED, CompiledStatus.RETURNED));
        at.moveTo(retry);
        payBack(-FuelCost.CALL);
        at.leave(at.constant(CompiledStatus.DECLINED));
    }

    /** The result is where the function was. */
    private void returnFromWrapper(Value wanted, List<Value> results) {
        Signature signature = at.unit().signature();
        Value func = at.functionSlot();
        if (signature.isUnboxed()) {
            at.store(func, 0, func, Layout.TAG, signature.result(), results.get(0));
        }
        Value isCounted = at.add(WasmOp.I32_GE_S, wanted, at.constant(0));
        returns.finishFrame(isCounted, func, signature.hasResult() ? 1 : 0);
    }
}
