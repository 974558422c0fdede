package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;

/**
 * A value where only matters whether it is 0.
 *
 * @param isInverted whether it is 0 where the original was not
 */
record Condition(Value value, boolean isInverted) {

    /** What a condition amounts to without comparisons of an i32 with 0. */
    static Condition of(Value value, Definitions definitions) {
        Value current = value;
        boolean isInverted = false;
        while (true) {
            Instruction definition = definitions.of(current);
            if (definition == null) {
                return new Condition(current, isInverted);
            }
            if (definition.op() == WasmOp.I32_EQZ) {
                isInverted = !isInverted;
            } else if (definition.op() != WasmOp.I32_NE
                    || !definitions.isConstant(definition.operands().get(1), 0)) {
                return new Condition(current, isInverted);
            }
            current = definition.operands().get(0);
        }
    }
}
