package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;

/** The operator of concatenation for strings and numbers that are a short text together. */
final class ConcatenationCompiler {
    private final Emission at;

    ConcatenationCompiler(Emission at) {
        this.at = at;
    }

    /** False if the kernel is to do it in general. */
    boolean translate(int i, int pc) {
        if (at.isPure()) {
            return false;
        }
        int first = Instruction.a(i);
        int count = Instruction.b(i);
        for (int r = first; r < first + count; r++) {
            at.flush(r);
        }
        Block join = at.newJoin(Kind.ANY);
        Block slow = at.generalThen(pc + 1, pc + 1, first, Kind.ANY, join);
        at.storeFuel();
        Value slot = at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(first)));
        at.requireDone(at.call(KernelFunction.CONCAT, slot, at.constant(count)), slow);
        at.loadFuel();
        at.registers().forgetFrom(first);
        at.join(join);
        return true;
    }
}
