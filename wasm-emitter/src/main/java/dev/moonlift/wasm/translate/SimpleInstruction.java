package dev.moonlift.wasm.translate;

import static org.objectweb.asm.Opcodes.*;

import dev.moonlift.wasm.module.WasmOp;
import java.util.HashMap;
import java.util.Map;

/** The instructions of the JVM that are one instruction of WebAssembly, with the same operands and the same meaning. */
final class SimpleInstruction {
    private static final Map<Integer, WasmOp> OPS = new HashMap<>();

    static {
        // spotless:off
        put(IADD, WasmOp.I32_ADD, LADD, WasmOp.I64_ADD, DADD, WasmOp.F64_ADD);
        put(ISUB, WasmOp.I32_SUB, LSUB, WasmOp.I64_SUB, DSUB, WasmOp.F64_SUB);
        put(IMUL, WasmOp.I32_MUL, LMUL, WasmOp.I64_MUL, DMUL, WasmOp.F64_MUL);
        OPS.put(DDIV, WasmOp.F64_DIV);
        OPS.put(DNEG, WasmOp.F64_NEG);
        // The remainder of the smallest number by -1 is 0 in both; a divisor of 0 ends both with an error of ours.
        OPS.put(IREM, WasmOp.I32_REM_S);
        OPS.put(LREM, WasmOp.I64_REM_S);
        OPS.put(IAND, WasmOp.I32_AND);     OPS.put(LAND, WasmOp.I64_AND);
        OPS.put(IOR, WasmOp.I32_OR);       OPS.put(LOR, WasmOp.I64_OR);
        OPS.put(IXOR, WasmOp.I32_XOR);     OPS.put(LXOR, WasmOp.I64_XOR);
        // Both take the distance modulo the width.
        OPS.put(ISHL, WasmOp.I32_SHL);
        OPS.put(ISHR, WasmOp.I32_SHR_S);
        OPS.put(IUSHR, WasmOp.I32_SHR_U);
        OPS.put(I2B, WasmOp.I32_EXTEND8_S);
        OPS.put(I2S, WasmOp.I32_EXTEND16_S);
        OPS.put(I2L, WasmOp.I64_EXTEND_I32_S);
        OPS.put(L2I, WasmOp.I32_WRAP_I64);
        OPS.put(I2D, WasmOp.F64_CONVERT_I32_S);
        OPS.put(L2D, WasmOp.F64_CONVERT_I64_S);
        OPS.put(D2I, WasmOp.I32_TRUNC_SAT_F64_S);
        OPS.put(D2L, WasmOp.I64_TRUNC_SAT_F64_S);
        // spotless:on
    }

    private SimpleInstruction() {}

    private static void put(int forInt, WasmOp i32, int forLong, WasmOp i64, int forDouble, WasmOp f64) {
        OPS.put(forInt, i32);
        OPS.put(forLong, i64);
        OPS.put(forDouble, f64);
    }

    /** The instruction that does the same, or null. */
    static WasmOp of(int opcode) {
        return OPS.get(opcode);
    }
}
