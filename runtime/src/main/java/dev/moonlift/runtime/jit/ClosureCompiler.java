package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Value;

/**
 * CLOSURE. The registers that it captures are in their slots, as always, so the kernel makes it without looking at the
 * frame; where a collection is due, in general.
 */
final class ClosureCompiler {
    private final FunctionCode function;
    private final Emission at;

    ClosureCompiler(Emission at) {
        this.function = at.unit().function();
        this.at = at;
    }

    void create(int i, int pc) {
        int a = Instruction.a(i);
        if (at.isPure() && at.unit().expectations().callsDirectly()) {
            // The collector would have all callers leave their code.
            throw new ImpureException();
        }
        Kind kind = function.captured().get(a) ? Kind.ANY : Kind.CLOSURE;
        Block join = at.newJoin(kind);
        Block slow = at.isPure() ? at.leavingTo(pc) : at.generalThen(pc + 1, pc + 1, a, kind, join);
        Value index = at.constant(Instruction.bx(i));
        Value closure = at.call(KernelFunction.CLOSURE, at.closure(), index, at.base());
        at.requireDone(closure, slow);
        if (kind == Kind.ANY) {
            at.registers().forget(a);
            at.store(a, Kind.CLOSURE, closure);
            at.join(join);
        } else {
            at.join(join, a, kind, closure);
        }
    }
}
