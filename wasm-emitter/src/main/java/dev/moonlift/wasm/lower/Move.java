package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;

/**
 * A parameter of a block and what it becomes on an edge.
 *
 * @param code leaves the argument on the stack
 */
record Move(Value parameter, List<Insn> code) {

    /** Whether the argument is a value in a local, as it is. */
    boolean isCopy() {
        return code.size() == 1 && code.get(0).op() == WasmOp.LOCAL_GET;
    }
}
