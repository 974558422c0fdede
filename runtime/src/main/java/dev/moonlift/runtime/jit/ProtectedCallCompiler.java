package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.runtime.kernel.FuelCost;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.FrameFlag;
import dev.moonlift.runtime.kernel.call.Nesting;
import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.kernel.lib.ProtectedCalls;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;

/**
 * Calls of pcall with a Lua function that has code. The frames of both are made as the kernel makes them, so that
 * whatever comes but a return, an error above all, finds what it would find otherwise; the kernel takes an error to
 * pcall's frame, and this code goes on. It does the whole call where something is not as it mostly is.
 */
final class ProtectedCallCompiler {
    /** Results that are moved without fuel. */
    private static final int MOST_RESULTS = FuelCost.ELEMENTS_PER_UNIT - 1;

    private final FunctionCode function;
    private final Expectations expectations;
    private final Emission at;
    private final FramedCallCompiler framed;

    ProtectedCallCompiler(Emission at, FramedCallCompiler framed) {
        this.function = at.unit().function();
        this.expectations = at.unit().expectations();
        this.at = at;
        this.framed = framed;
    }

    /** Whether a CALL is such a call. */
    boolean isWorth(int i, int pc) {
        return !at.isPure()
                && Instruction.b(i) > 1
                && Instruction.c(i) - 1 <= MOST_RESULTS
                && expectations.builtin(pc) == Builtin.PCALL;
    }

    /**
     * Calls the function, all live registers being in their slots, and goes on at the join, with the results in slots;
     * at the other block, with nothing done, if the kernel is to do it.
     */
    void call(int i, int pc, Block join, Block other) {
        int a = Instruction.a(i);
        int count = Instruction.b(i) - 1;
        // The interpreter would collect behind the instruction, with the callee's frame the running one.
        requireNoDebt(other);
        at.requireBuiltin(a, Builtin.PCALL, other);
        FramedCallCompiler.Callee callee = framed.callee(a + 1, count - 1, 2 * Frame.BYTES, other);
        framed.requireSlots(a + 1 + count + Calls.BUILTIN_SLOTS, other);
        Value nesting = at.loadInt(at.constant(0), State.NESTING);
        Value depth = at.add(WasmOp.I32_ADD, nesting, at.loadInt(at.constant(0), State.NESTING_BELOW));
        at.require(at.add(WasmOp.I32_LT_S, depth, at.constant(Nesting.MAX)), other);
        enterBuiltin(i, pc, nesting);
        at.addAt(WasmOp.I32_STORE, State.NESTING, at.constant(0), at.add(WasmOp.I32_ADD, nesting, at.constant(1)));
        Value status = framed.run(callee, -1, FrameFlag.FROM_BUILTIN, 2 * FuelCost.CALL);
        goOn(i, pc, status, join);
    }

    private void requireNoDebt(Block otherwise) {
        Value debt = at.loadInt(at.constant(0), State.DEBT);
        at.require(at.add(WasmOp.I32_LE_S, debt, at.constant(0)), otherwise);
    }

    private Value builtinFrame() {
        return at.mark(at.add(WasmOp.I32_ADD, at.frame(), at.constant(Frame.BYTES)), Part.FRAME);
    }

    private Value slot(int register) {
        return at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(register)));
    }

    /** Writes pcall's frame as it is when it has called; fuel and nesting are still to be counted. */
    private void enterBuiltin(int i, int pc, Value nesting) {
        int a = Instruction.a(i);
        int count = Instruction.b(i) - 1;
        Value frame = builtinFrame();
        at.addAt(WasmOp.I32_STORE, Frame.PC, at.frame(), at.constant(function.address(pc + 1)));
        at.addAt(WasmOp.I32_STORE, Frame.FUNCTION, frame, slot(a));
        at.addAt(WasmOp.I32_STORE, Frame.PC, frame, at.constant(ProtectedCalls.STEP_DONE));
        at.addAt(WasmOp.I32_STORE, Frame.TOP, frame, slot(a + 1 + count + Calls.BUILTIN_SLOTS));
        at.addAt(WasmOp.I32_STORE, Frame.COUNT, frame, at.constant(count));
        at.addAt(WasmOp.I32_STORE, Frame.WANTED, frame, at.constant(Instruction.c(i) - 1));
        Value before = at.add(WasmOp.I32_SHL, nesting, at.constant(Nesting.SHIFT));
        Value flags = at.add(WasmOp.I32_OR, before, at.constant(FLAGS));
        at.addAt(WasmOp.I32_STORE, Frame.FLAGS, frame, flags);
        at.addAt(WasmOp.I32_STORE, Frame.CALLEE, frame, slot(a + 1));
        at.addAt(WasmOp.I32_STORE, Frame.RESULTS, frame, at.constant(count - 1));
    }

    private static final int FLAGS = FrameFlag.BUILTIN | FrameFlag.PROTECTED;

    /** What follows when the callee's code has ended: here what mostly does, else by the kernel. */
    private void goOn(int i, int pc, Value status, Block join) {
        Block byKernel = at.escape(at.graph().newBlock());
        at.requireDone(at.add(WasmOp.I32_EQZ, status), byKernel);
        Value frame = builtinFrame();
        Value running = at.loadInt(at.constant(0), State.FRAME);
        at.requireDone(at.add(WasmOp.I32_EQ, running, frame), byKernel);
        Value func = at.loadInt(frame, Frame.FUNCTION);
        at.require(at.add(WasmOp.I32_EQ, func, slot(Instruction.a(i))), byKernel);
        Value flags = at.addAt(WasmOp.I32_LOAD16_U, Frame.FLAGS, frame);
        at.require(at.add(WasmOp.I32_EQ, flags, at.constant(FLAGS)), byKernel);
        requireNoDebt(byKernel);
        Value top = at.loadInt(at.constant(0), State.TOP);
        if (Instruction.c(i) == 0) {
            Value most = slot(Instruction.a(i) + MOST_RESULTS);
            at.require(at.add(WasmOp.I32_LE_U, top, most), byKernel);
        }
        Value nesting = at.addAt(WasmOp.I32_LOAD16_U, Frame.FLAGS + Short.BYTES, frame);
        at.addAt(WasmOp.I32_STORE, State.NESTING, at.constant(0), nesting);
        at.addAt(WasmOp.I32_STORE, State.FRAME, at.constant(0), at.frame());
        at.store(Instruction.a(i), Kind.BOOLEAN, at.constant(1));
        fill(i, top);
        end(join);
        at.moveTo(byKernel);
        Value next = at.constant(function.address(pc + 1));
        Value answer = at.call(KernelFunction.AFTER_PROTECTED, status, at.frame(), at.functionSlot(), next);
        Block leaving = at.graph().newBlock();
        Block back = at.graph().newBlock();
        at.end(new Terminator.Branch(answer, Edge.to(leaving), Edge.to(back)));
        at.moveTo(leaving);
        at.leave(answer);
        at.moveTo(back);
        end(join);
    }

    private void end(Block join) {
        at.loadFuel();
        at.jumpTo(join);
    }

    /** Puts nil where fewer values have been returned than are wanted. */
    private void fill(int i, Value top) {
        int a = Instruction.a(i);
        int wanted = Instruction.c(i) - 1;
        if (wanted < 2) {
            return;
        }
        Block some = at.graph().newBlock();
        Block done = at.graph().newBlock();
        Value isEnough = at.add(WasmOp.I32_GE_U, top, slot(a + wanted));
        at.end(new Terminator.Branch(isEnough, Edge.to(done), Edge.to(some)));
        at.moveTo(some);
        for (int r = a + 1; r < a + wanted; r++) {
            Value isMissing = at.add(WasmOp.I32_LE_U, top, slot(r));
            Value tag = at.graph().select(at.block(), at.constant(Tag.NIL), at.loadTag(r), isMissing);
            at.addAt(WasmOp.I32_STORE8, Emission.offset(r) + Layout.TAG, at.base(), tag);
        }
        at.end(new Terminator.Jump(Edge.to(done)));
        at.moveTo(done);
    }
}
