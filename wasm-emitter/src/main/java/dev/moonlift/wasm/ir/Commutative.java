package dev.moonlift.wasm.ir;

import dev.moonlift.wasm.module.WasmOp;

/** Operations on integers whose operands can change places. */
public final class Commutative {
    private Commutative() {}

    public static boolean is(WasmOp op) {
        return switch (op) {
            case I32_ADD, I32_MUL, I32_AND, I32_OR, I32_XOR, I32_EQ, I32_NE -> true;
            case I64_ADD, I64_MUL, I64_AND, I64_OR, I64_XOR, I64_EQ, I64_NE -> true;
            default -> false;
        };
    }
}
