package dev.moonlift.wasm.ir;

import dev.moonlift.wasm.module.WasmOp;

/** Loads and stores, by operation. */
public final class MemoryAccess {
    private MemoryAccess() {}

    public static boolean isLoad(WasmOp op) {
        return op.immediate() == WasmOp.Immediate.MEMORY_ACCESS && op.effect() == WasmOp.Effect.READS;
    }

    public static boolean isStore(WasmOp op) {
        return op.immediate() == WasmOp.Immediate.MEMORY_ACCESS && op.effect() == WasmOp.Effect.WRITES;
    }

    /**
     * How many bytes a load or store touches.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static int bytes(WasmOp op) {
        return switch (op) {
            case I32_LOAD8_S, I32_LOAD8_U, I64_LOAD8_S, I64_LOAD8_U, I32_STORE8, I64_STORE8 -> 1;
            case I32_LOAD16_S, I32_LOAD16_U, I64_LOAD16_S, I64_LOAD16_U, I32_STORE16, I64_STORE16 -> 2;
            case I32_LOAD, F32_LOAD, I64_LOAD32_S, I64_LOAD32_U, I32_STORE, F32_STORE, I64_STORE32 -> 4;
            case I64_LOAD, F64_LOAD, I64_STORE, F64_STORE -> 8;
            default -> throw new IllegalArgumentException(op.text() + " is neither load nor store");
        };
    }
}
