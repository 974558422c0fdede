package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
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
 * Calls of pcall and xpcall with a Lua function that has code. The frames of both are made as the kernel makes them, so
 * that whatever comes but a return, an error above all, finds what it would find otherwise; the kernel takes an error
 * to the frame that it is for, and this code goes on. The kernel does the whole call where something is not as it
 * mostly is.
 */
final class ProtectedCallCompiler {
    /** Results that are moved without fuel. */
    private static final int MOST_RESULTS = FuelCost.ELEMENTS_PER_UNIT - 1;

    /** Parameters for which there may be no argument. */
    private static final int MOST_MISSING = 2;

    private static final int FLAGS = FrameFlag.BUILTIN | FrameFlag.PROTECTED;

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

    /** Whether a CALL or TAILCALL is such a call. */
    boolean isWorth(int i, int pc) {
        int builtin = expectations.builtin(pc);
        boolean isProtected = builtin == Builtin.PCALL || builtin == Builtin.XPCALL;
        boolean isEnough = Instruction.b(i) == 0 || Instruction.b(i) > own(builtin);
        return !at.isPure() && isProtected && isEnough && wanted(i) <= MOST_RESULTS;
    }

    /** The arguments that are not passed on. */
    private static int own(int builtin) {
        return builtin == Builtin.XPCALL ? 2 : 1;
    }

    private static int wanted(int i) {
        return (i & 0xFF) == Op.TAILCALL ? -1 : Instruction.c(i) - 1;
    }

    /**
     * Calls the function, all live registers being in their slots, and goes on at the join, with the results in slots;
     * at the other block, with nothing done, if the kernel is to do it.
     */
    void call(int i, int pc, Block join, Block other) {
        int a = Instruction.a(i);
        int builtin = expectations.builtin(pc);
        int register = a + own(builtin);
        // The interpreter would collect behind the instruction, with the callee's frame the running one.
        requireNoDebt(other);
        at.requireBuiltin(a, builtin, other);
        Value count = framed.count(i, a);
        Value passed = at.add(WasmOp.I32_SUB, count, at.constant(own(builtin)));
        at.require(at.add(WasmOp.I32_GE_S, passed, at.constant(0)), other);
        Value closure = framed.closure(a + 1, other);
        Value most = at.add(WasmOp.I32_ADD, passed, at.constant(MOST_MISSING));
        FramedCallCompiler.Callee callee = framed.callee(closure, register, most, 2 * Frame.BYTES, other);
        Value bytes = at.add(WasmOp.I32_SHL, count, at.constant(Layout.SLOT_SHIFT));
        Value top = at.add(WasmOp.I32_ADD, framed.slot(a + 1 + Calls.BUILTIN_SLOTS), bytes);
        framed.requireSlots(top, other);
        Value nesting = at.loadInt(at.constant(0), State.NESTING);
        Value depth = at.add(WasmOp.I32_ADD, nesting, at.loadInt(at.constant(0), State.NESTING_BELOW));
        at.require(at.add(WasmOp.I32_LT_S, depth, at.constant(Nesting.MAX)), other);
        if (builtin == Builtin.XPCALL) {
            at.require(at.isOfKind(at.loadTag(register), Kind.CLOSURE), other);
            exchange(a + 1, register);
        }
        clearMissing(callee, passed);
        at.addAt(WasmOp.I32_STORE, Frame.PC, at.frame(), at.constant(function.address(pc + 1)));
        enterBuiltin(a, register, count, passed, top);
        writeFlags(wanted(i), nesting);
        at.addAt(WasmOp.I32_STORE, State.NESTING, at.constant(0), at.add(WasmOp.I32_ADD, nesting, at.constant(1)));
        Value status = framed.run(callee, -1, FrameFlag.FROM_BUILTIN, 2 * FuelCost.CALL);
        goOn(a, register, wanted(i), pc, status, join);
    }

    private void requireNoDebt(Block otherwise) {
        Value debt = at.loadInt(at.constant(0), State.DEBT);
        at.require(at.add(WasmOp.I32_LE_S, debt, at.constant(0)), otherwise);
    }

    private Value builtinFrame() {
        return at.mark(at.add(WasmOp.I32_ADD, at.frame(), at.constant(Frame.BYTES)), Part.FRAME);
    }

    /** Puts nil behind the arguments for parameters that have none, and nowhere else, as the interpreter does. */
    private void clearMissing(FramedCallCompiler.Callee callee, Value passed) {
        Block some = at.graph().newBlock();
        Block done = at.graph().newBlock();
        Value parameters = framed.parameters(callee.prototype());
        Value isEnough = at.add(WasmOp.I32_LE_S, parameters, passed);
        at.end(new Terminator.Branch(isEnough, Edge.to(done), Edge.to(some)));
        at.moveTo(some);
        Value bytes = at.add(WasmOp.I32_SHL, passed, at.constant(Layout.SLOT_SHIFT));
        Value last = at.add(WasmOp.I32_ADD, callee.func(), bytes);
        for (int n = 1; n <= MOST_MISSING; n++) {
            int tag = Emission.offset(n) + Layout.TAG;
            Value number = at.add(WasmOp.I32_ADD, passed, at.constant(n));
            Value isMissing = at.add(WasmOp.I32_LE_S, number, parameters);
            Value before = at.loadByte(last, tag);
            Value stored = at.graph().select(at.block(), at.constant(Tag.NIL), before, isMissing);
            at.addAt(WasmOp.I32_STORE8, tag, last, stored);
        }
        at.end(new Terminator.Jump(Edge.to(done)));
        at.moveTo(done);
    }

    /** Function and handler, which are both closures. */
    private void exchange(int function, int handler) {
        Value first = at.loadPayload(function, Kind.CLOSURE);
        Value second = at.loadPayload(handler, Kind.CLOSURE);
        at.store(function, Kind.CLOSURE, second);
        at.store(handler, Kind.CLOSURE, first);
    }

    /** Writes the builtin's frame as it is when that has called; flags, fuel and nesting are still missing. */
    private void enterBuiltin(int a, int register, Value count, Value passed, Value top) {
        Value frame = builtinFrame();
        at.addAt(WasmOp.I32_STORE, Frame.FUNCTION, frame, framed.slot(a));
        at.addAt(WasmOp.I32_STORE, Frame.PC, frame, at.constant(ProtectedCalls.STEP_DONE));
        at.addAt(WasmOp.I32_STORE, Frame.TOP, frame, top);
        at.addAt(WasmOp.I32_STORE, Frame.COUNT, frame, count);
        at.addAt(WasmOp.I32_STORE, Frame.CALLEE, frame, framed.slot(register));
        at.addAt(WasmOp.I32_STORE, Frame.RESULTS, frame, passed);
    }

    private void writeFlags(int wanted, Value nesting) {
        Value frame = builtinFrame();
        Value before = at.add(WasmOp.I32_SHL, nesting, at.constant(Nesting.SHIFT));
        at.addAt(WasmOp.I32_STORE, Frame.WANTED, frame, at.constant(wanted));
        Value flags = at.add(WasmOp.I32_OR, before, at.constant(FLAGS));
        at.addAt(WasmOp.I32_STORE, Frame.FLAGS, frame, flags);
    }

    /** What follows when the callee's code has ended: here what mostly does, else by the kernel. */
    private void goOn(int a, int register, int wanted, int pc, Value status, Block join) {
        Block byKernel = at.escape(at.graph().newBlock());
        boolean isMoved = register != a + 1;
        if (wanted < 0 && isMoved) {
            at.end(new Terminator.Jump(Edge.to(byKernel)));
        } else {
            at.requireDone(at.add(WasmOp.I32_EQZ, status), byKernel);
            Value top = leaveBuiltin(a, wanted, byKernel);
            if (isMoved) {
                move(a, wanted, top);
            } else {
                fill(a, wanted, top);
            }
            end(join);
        }
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

    /**
     * Makes this function's frame the running one if the builtin's is, with results for it, and nothing more has to be
     * done; answers the end of the results.
     */
    private Value leaveBuiltin(int a, int wanted, Block byKernel) {
        Value frame = builtinFrame();
        Value running = at.loadInt(at.constant(0), State.FRAME);
        at.requireDone(at.add(WasmOp.I32_EQ, running, frame), byKernel);
        Value func = at.loadInt(frame, Frame.FUNCTION);
        at.requireDone(at.add(WasmOp.I32_EQ, func, framed.slot(a)), byKernel);
        Value flags = at.addAt(WasmOp.I32_LOAD16_U, Frame.FLAGS, frame);
        at.require(at.add(WasmOp.I32_EQ, flags, at.constant(FLAGS)), byKernel);
        requireNoDebt(byKernel);
        Value top = at.loadInt(at.constant(0), State.TOP);
        if (wanted < 0) {
            at.require(at.add(WasmOp.I32_LE_U, top, framed.slot(a + MOST_RESULTS)), byKernel);
        }
        Value nesting = at.addAt(WasmOp.I32_LOAD16_U, Frame.FLAGS + Short.BYTES, frame);
        at.addAt(WasmOp.I32_STORE, State.NESTING, at.constant(0), nesting);
        at.addAt(WasmOp.I32_STORE, State.FRAME, at.constant(0), at.frame());
        at.store(a, Kind.BOOLEAN, at.constant(1));
        return top;
    }

    private void end(Block join) {
        at.loadFuel();
        at.jumpTo(join);
    }

    /** Puts nil where fewer values have been returned than are wanted. */
    private void fill(int a, int wanted, Value top) {
        if (wanted < 2) {
            return;
        }
        Block some = at.graph().newBlock();
        Block done = at.graph().newBlock();
        Value isEnough = at.add(WasmOp.I32_GE_U, top, framed.slot(a + wanted));
        at.end(new Terminator.Branch(isEnough, Edge.to(done), Edge.to(some)));
        at.moveTo(some);
        for (int r = a + 1; r < a + wanted; r++) {
            storeTag(r, at.loadTag(r), at.add(WasmOp.I32_LE_U, top, framed.slot(r)));
        }
        at.end(new Terminator.Jump(Edge.to(done)));
        at.moveTo(done);
    }

    /** Moves what is wanted down by a slot. */
    private void move(int a, int wanted, Value top) {
        for (int r = a + 1; r < a + wanted; r++) {
            at.copySlot(r, at.base(), Emission.offset(r + 1));
            storeTag(r, at.loadTag(r + 1), at.add(WasmOp.I32_LE_U, top, framed.slot(r + 1)));
        }
    }

    private void storeTag(int register, Value tag, Value isMissing) {
        Value stored = at.graph().select(at.block(), at.constant(Tag.NIL), tag, isMissing);
        at.addAt(WasmOp.I32_STORE8, Emission.offset(register) + Layout.TAG, at.base(), stored);
    }
}
