package dev.moonlift.wasm.translate;

import static org.objectweb.asm.Opcodes.*;

import dev.moonlift.wasm.module.WasmOp;

/**
 * A conditional jump, alone or fused with the three-way comparison in front of it.
 *
 * @param op true when the jump is taken, or when it is not
 * @param negated whether it is the latter: so that a NaN, which fails every comparison, goes where Java sends it
 */
record Comparison(WasmOp op, boolean negated) {
    /** In the order of the JVM's opcodes from IFEQ and from IF_ICMPEQ: eq ne lt ge gt le. */
    private static final WasmOp[] INTS = {
        WasmOp.I32_EQ, WasmOp.I32_NE, WasmOp.I32_LT_S, WasmOp.I32_GE_S, WasmOp.I32_GT_S, WasmOp.I32_LE_S
    };

    private static final WasmOp[] LONGS = {
        WasmOp.I64_EQ, WasmOp.I64_NE, WasmOp.I64_LT_S, WasmOp.I64_GE_S, WasmOp.I64_GT_S, WasmOp.I64_LE_S
    };
    private static final WasmOp[] UNSIGNED_INTS = {
        WasmOp.I32_EQ, WasmOp.I32_NE, WasmOp.I32_LT_U, WasmOp.I32_GE_U, WasmOp.I32_GT_U, WasmOp.I32_LE_U
    };
    private static final WasmOp[] UNSIGNED_LONGS = {
        WasmOp.I64_EQ, WasmOp.I64_NE, WasmOp.I64_LT_U, WasmOp.I64_GE_U, WasmOp.I64_GT_U, WasmOp.I64_LE_U
    };
    private static final WasmOp[] DOUBLES = {
        WasmOp.F64_EQ, WasmOp.F64_NE, WasmOp.F64_LT, WasmOp.F64_GE, WasmOp.F64_GT, WasmOp.F64_LE
    };
    /** Where each comparison of the same order has its opposite. */
    private static final int[] OPPOSITE = {1, 0, 3, 2, 5, 4};

    /** Of two ints: IF_ICMPEQ and so on. */
    static Comparison ofInts(int jump) {
        return new Comparison(INTS[jump - IF_ICMPEQ], false);
    }

    /** Of an int with zero: IFEQ and so on. */
    static Comparison withZero(int jump) {
        return new Comparison(INTS[jump - IFEQ], false);
    }

    static Comparison ofLongs(int jump) {
        return new Comparison(LONGS[jump - IFEQ], false);
    }

    static Comparison unsignedInts(int jump) {
        return new Comparison(UNSIGNED_INTS[jump - IFEQ], false);
    }

    static Comparison unsignedLongs(int jump) {
        return new Comparison(UNSIGNED_LONGS[jump - IFEQ], false);
    }

    /** Of two doubles by DCMPL, which gives -1 for NaN, or DCMPG, which gives 1. */
    static Comparison ofDoubles(int compare, int jump) {
        boolean nanJumps = switch (jump) {
            case IFEQ -> false;
            case IFNE -> true;
            case IFLT, IFLE -> compare == DCMPL;
            default -> compare == DCMPG;
        };
        int order = jump - IFEQ;
        boolean negated = nanJumps && jump != IFNE;
        return new Comparison(DOUBLES[negated ? OPPOSITE[order] : order], negated);
    }
}
