package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;

/**
 * What ends the life of registers: captured variables move out of the stack, and those to be closed by a metamethod are
 * left to the kernel. Mostly there are neither; that is seen by the newest of each kind.
 */
final class ClosingCompiler {
    private final FunctionCode function;
    private final Emission at;

    ClosingCompiler(Emission at) {
        this.function = at.unit().function();
        this.at = at;
    }

    /** The instruction CLOSE. */
    void close(int i, int pc) {
        int first = Instruction.a(i);
        Block join = at.newJoin(Kind.ANY);
        if (!at.isPure()) {
            Block slow = at.generalThen(pc + 1, pc + 1, -1, Kind.ANY, join);
            requireNothingPending(first, slow);
        }
        moveCaptured(first);
        at.registers().forgetFrom(first);
        at.join(join);
    }

    /**
     * Goes on if no variable is to be closed in a register or above. A pure function has none, since to mark one is to
     * ask the kernel.
     */
    void requireNothingPending(int first, Block otherwise) {
        Value coroutine = at.coroutine();
        Value newest = at.loadInt(coroutine, Coroutine.TO_CLOSE);
        at.require(at.add(WasmOp.I32_LT_U, newest, slot(first)), otherwise);
    }

    /** Moves variables that closures captured in a register or above out of the stack. */
    void moveCaptured(int first) {
        if (function.captured().nextSetBit(first) < 0) {
            return;
        }
        Block open = at.graph().newBlock();
        Block some = at.graph().newBlock();
        Block done = at.graph().newBlock();
        Value coroutine = at.coroutine();
        Value upvalue = at.loadInt(coroutine, Coroutine.OPEN_UPVALUES);
        at.end(new Terminator.Branch(upvalue, Edge.to(some), Edge.to(done)));
        at.moveTo(some);
        Value newest = at.loadInt(upvalue, Upvalue.SLOT_ADDRESS);
        at.end(new Terminator.Branch(at.add(WasmOp.I32_GE_U, newest, slot(first)), Edge.to(open), Edge.to(done)));
        at.moveTo(open);
        at.call(KernelFunction.CLOSE, slot(first));
        at.end(new Terminator.Jump(Edge.to(done)));
        at.moveTo(done);
    }

    private Value slot(int register) {
        return register == 0 ? at.base() : at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(register)));
    }
}
