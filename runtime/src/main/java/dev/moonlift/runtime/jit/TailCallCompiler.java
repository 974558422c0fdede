package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
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
import java.util.function.IntConsumer;

/** Last calls of a function, which what it calls takes the place of (manual §3.4.10). */
final class TailCallCompiler {
    private final FunctionCode function;
    private final Expectations expectations;
    private final Emission at;
    private final BuiltinCompiler builtins;
    private final CallCompiler calls;
    private final ReturnCompiler returns;
    private final IntConsumer goTo;

    /**
     * A compiler of last calls.
     *
     * @param goTo goes on at an instruction of the function
     */
    TailCallCompiler(Emission at, CallCompiler calls, ReturnCompiler returns, IntConsumer goTo) {
        this.function = at.unit().function();
        this.expectations = at.unit().expectations();
        this.at = at;
        this.builtins = new BuiltinCompiler(at);
        this.calls = calls;
        this.returns = returns;
        this.goTo = goTo;
    }

    /**
     * TAILCALL. From code that is called directly, a direct call of the other function in this one's place; else the
     * kernel replaces the function, and runs the other.
     */
    void translate(int i, int pc) {
        List<CallTarget> targets = expectations.targets(pc);
        if (!at.isDirect()) {
            calls.tailProtected(i, pc);
            at.leave(tailByKernel(i, pc));
        } else if (!targets.isEmpty()) {
            tailDirect(i, pc, targets.get(0));
        } else if (!tailBuiltin(i, pc)) {
            at.report();
            at.leaveTo(pc);
        }
    }

    /** Returns what a library function gives that compiled code can do itself; false if it is none. */
    private boolean tailBuiltin(int i, int pc) {
        int a = Instruction.a(i);
        int callee = expectations.builtin(pc);
        int count = Instruction.b(i) - 1;
        if (callee < 0 || Expectations.closes(i) || at.registers().kind(a) != Kind.ANY) {
            return false;
        }
        Kind result = builtins.result(callee, a + 1, count);
        if (result == Kind.ANY || result != expectations.result(pc)) {
            return false;
        }
        Block slow = at.exitTo(pc);
        calls.requireBuiltin(a, callee, count, slow);
        if (!at.isPure()) {
            at.require(returns.isPlain(at.loadInt(at.frame(), Frame.FLAGS)), tailedByKernel(i, pc));
        }
        Block unpaid = at.leavingTo(pc);
        at.require(at.add(WasmOp.I32_GE_S, calls.payCall(), at.constant(0)), unpaid);
        Value value = builtins.compile(callee, a + 1, count, slow);
        at.registers().forgetFrom(a);
        at.registers().define(a, result, value);
        returns.returnDirect(a, 1);
        return true;
    }

    private Value tailByKernel(int i, int pc) {
        Value next = at.constant(function.address(pc + 1));
        at.storeTop(pc);
        return at.finalRequest(KernelFunction.TAIL, at.constant(i), at.frame(), next);
    }

    private void tailDirect(int i, int pc, CallTarget target) {
        Signature callee = target.signature();
        if (at.isPure() && !callee.isPure()) {
            throw new ImpureException();
        }
        if (!calls.mayFit(callee, Instruction.a(i))) {
            at.report();
            at.leaveTo(pc);
            return;
        }
        Block slow = at.exitTo(pc);
        Value closure = calls.closure(Instruction.a(i), slow);
        boolean isItself = calls.isItself(pc, target);
        final Value number = isItself
                ? calls.requireItself(closure, target, slow)
                : calls.requireTarget(at.prototype(closure), target, slow);
        List<Value> arguments = calls.arguments(Instruction.a(i), at.functionSlot(), at.frame(), closure, callee, slow);
        if (isItself && expectations.isRepetition(pc)) {
            repeat(i, pc, arguments.subList(Signature.FIRST_PARAMETER, arguments.size()));
            return;
        }
        Value flags = null;
        if (!at.isPure()) {
            flags = at.loadInt(at.frame(), Frame.FLAGS);
            at.require(returns.isPlain(flags), tailedByKernel(i, pc));
        }
        if (!callee.isPure()) {
            replaceFunction(closure, at.add(WasmOp.I32_OR, flags, at.constant(FrameFlag.TAIL)));
        }
        at.storeFuel();
        List<Value> results = calls.invoke(target, number, arguments);
        checkTailStatus(pc, callee, closure, flags, results.get(results.size() - 1));
        returnTailed(callee, results);
    }

    /** Goes on at the function's beginning, in the same frame: a function that calls itself last is a loop. */
    private void repeat(int i, int pc, List<Value> arguments) {
        markRepeated(i, pc);
        List<Kind> parameters = at.unit().signature().parameters();
        at.registers().forgetFrom(0);
        for (int p = 0; p < parameters.size(); p++) {
            at.registers().define(p, parameters.get(p), arguments.get(p));
        }
        at.require(at.add(WasmOp.I32_GE_S, calls.payCall(), at.constant(0)), at.exitTo(0, Exit.FUEL));
        goTo.accept(0);
    }

    /** Says in the frame, as for any last call, that what runs there now was not called by the caller. */
    private void markRepeated(int i, int pc) {
        if (at.isPure()) {
            // The caller writes the flags when this code leaves.
            at.addAt(WasmOp.I32_STORE, Frame.REPEATED, at.frame(), at.frame());
            return;
        }
        Value flags = at.loadInt(at.frame(), Frame.FLAGS);
        at.require(returns.isPlain(flags), tailedByKernel(i, pc));
        at.addAt(WasmOp.I32_STORE, Frame.FLAGS, at.frame(), at.add(WasmOp.I32_OR, flags, at.constant(FrameFlag.TAIL)));
    }

    /** A block where the kernel replaces the function; what that gives is where it belongs. */
    private Block tailedByKernel(int i, int pc) {
        Block here = at.block();
        Registers before = at.registers();
        Block tailing = at.graph().newBlock();
        at.moveTo(tailing, before.copy());
        returns.leaveDelivered(tailByKernel(i, pc));
        at.moveTo(here, before);
        return tailing;
    }

    private void storeFunction(Value closure) {
        Value func = at.functionSlot();
        at.store(func, 0, func, Layout.TAG, Kind.CLOSURE, closure);
    }

    private void replaceFunction(Value closure, Value flags) {
        storeFunction(closure);
        at.addAt(WasmOp.I32_STORE, Frame.FLAGS, at.frame(), flags);
    }

    private void checkTailStatus(int pc, Signature callee, Value closure, Value flags, Value status) {
        Block leaving = at.graph().newBlock();
        Block next = at.graph().newBlock();
        at.end(new Terminator.Branch(status, Edge.to(leaving), Edge.to(next)));
        Registers before = at.registers();
        at.moveTo(leaving, before.copy());
        Block retry = at.graph().newBlock();
        at.require(at.add(WasmOp.I32_NE, status, at.constant(CompiledStatus.RETRY)), retry);
        Registers inTheWay = at.registers();
        at.moveTo(at.block(), inTheWay.copy());
        if (callee.isPure()) {
            storeTailed(closure);
        }
        at.leave(status);
        at.moveTo(retry, inTheWay);
        if (!callee.isPure()) {
            replaceFunction(at.closure(), flags);
        }
        at.leaveTo(pc);
        at.moveTo(next, before);
    }

    /**
     * Puts the function that was called last in this one's place, which has left, unless it has called its last, too,
     * and has done that itself.
     */
    private void storeTailed(Value closure) {
        Block first = at.graph().newBlock();
        Block done = at.graph().newBlock();
        Value tailed = at.loadInt(at.constant(0), State.TAILED_FRAME);
        at.end(new Terminator.Branch(at.add(WasmOp.I32_EQ, tailed, at.frame()), Edge.to(done), Edge.to(first)));
        at.moveTo(first);
        storeFunction(closure);
        at.end(new Terminator.Jump(Edge.to(done)));
        at.moveTo(done);
        Value flags = at.add(WasmOp.I32_OR, at.loadInt(at.frame(), Frame.FLAGS), at.constant(FrameFlag.TAIL));
        at.addAt(WasmOp.I32_STORE, Frame.FLAGS, at.frame(), flags);
        // The frame of a pure function is not in memory yet: its caller writes the flags.
        at.addAt(WasmOp.I32_STORE, State.TAILED_FRAME, at.constant(0), at.isPure() ? at.frame() : at.constant(0));
    }

    /** Returns what the other function has returned. */
    private void returnTailed(Signature callee, List<Value> results) {
        Signature signature = at.unit().signature();
        List<Value> own = new ArrayList<>();
        if (signature.isUnboxed()) {
            own.add(results.get(0));
        } else if (callee.isUnboxed()) {
            Value func = at.functionSlot();
            at.store(func, 0, func, Layout.TAG, callee.result(), results.get(0));
        }
        if (!signature.isPure() && callee.isPure()) {
            returns.popFrame();
        }
        own.add(at.constant(CompiledStatus.RETURNED));
        at.end(new Terminator.Return(own));
    }
}
