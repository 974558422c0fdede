package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.module.WasmOp;

/** Comparisons and their opposites. */
final class Conditions {
    private Conditions() {}

    /** The comparison that holds where this one does not; null if no instruction does that, as with NaN. */
    static WasmOp opposite(WasmOp op) {
        return switch (op) {
            case I32_EQ -> WasmOp.I32_NE;
            case I32_NE -> WasmOp.I32_EQ;
            case I32_LT_S -> WasmOp.I32_GE_S;
            case I32_LT_U -> WasmOp.I32_GE_U;
            case I32_GT_S -> WasmOp.I32_LE_S;
            case I32_GT_U -> WasmOp.I32_LE_U;
            case I32_LE_S -> WasmOp.I32_GT_S;
            case I32_LE_U -> WasmOp.I32_GT_U;
            case I32_GE_S -> WasmOp.I32_LT_S;
            case I32_GE_U -> WasmOp.I32_LT_U;
            case I64_EQ -> WasmOp.I64_NE;
            case I64_NE -> WasmOp.I64_EQ;
            case I64_LT_S -> WasmOp.I64_GE_S;
            case I64_LT_U -> WasmOp.I64_GE_U;
            case I64_GT_S -> WasmOp.I64_LE_S;
            case I64_GT_U -> WasmOp.I64_LE_U;
            case I64_LE_S -> WasmOp.I64_GT_S;
            case I64_LE_U -> WasmOp.I64_GT_U;
            case I64_GE_S -> WasmOp.I64_LT_S;
            case I64_GE_U -> WasmOp.I64_LT_U;
            case F32_EQ -> WasmOp.F32_NE;
            case F32_NE -> WasmOp.F32_EQ;
            case F64_EQ -> WasmOp.F64_NE;
            case F64_NE -> WasmOp.F64_EQ;
            default -> null;
        };
    }
}
