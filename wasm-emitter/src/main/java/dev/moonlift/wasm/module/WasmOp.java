package dev.moonlift.wasm.module;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The instructions of WebAssembly that Moonlift emits: MVP, sign extension, saturating conversion and bulk memory
 * (WebAssembly 2.0, §5.4). The one table of them: writer, reader, validator, printer and the intermediate
 * representation all derive from it.
 *
 * <p>A signature names operands and results, {@code i l f d} for i32, i64, f32 and f64; {@code -} stands where they
 * depend on immediates or context.
 */
public enum WasmOp {
    // spotless:off
    // code, text, immediates, signature, effect
    UNREACHABLE(0x00, "unreachable", Immediate.NONE, "-", Effect.CONTROL),
    NOP(0x01, "nop", Immediate.NONE, ":", Effect.PURE),
    BLOCK(0x02, "block", Immediate.BLOCK, "-", Effect.CONTROL),
    LOOP(0x03, "loop", Immediate.BLOCK, "-", Effect.CONTROL),
    IF(0x04, "if", Immediate.BLOCK, "-", Effect.CONTROL),
    ELSE(0x05, "else", Immediate.NONE, "-", Effect.CONTROL),
    END(0x0B, "end", Immediate.NONE, "-", Effect.CONTROL),
    BR(0x0C, "br", Immediate.LABEL, "-", Effect.CONTROL),
    BR_IF(0x0D, "br_if", Immediate.LABEL, "-", Effect.CONTROL),
    BR_TABLE(0x0E, "br_table", Immediate.LABELS, "-", Effect.CONTROL),
    RETURN(0x0F, "return", Immediate.NONE, "-", Effect.CONTROL),
    CALL(0x10, "call", Immediate.FUNCTION, "-", Effect.CALL),
    CALL_INDIRECT(0x11, "call_indirect", Immediate.TYPE, "-", Effect.CALL),
    DROP(0x1A, "drop", Immediate.NONE, "-", Effect.PURE),
    SELECT(0x1B, "select", Immediate.NONE, "-", Effect.PURE),
    LOCAL_GET(0x20, "local.get", Immediate.LOCAL, "-", Effect.LOCAL),
    LOCAL_SET(0x21, "local.set", Immediate.LOCAL, "-", Effect.LOCAL),
    LOCAL_TEE(0x22, "local.tee", Immediate.LOCAL, "-", Effect.LOCAL),
    GLOBAL_GET(0x23, "global.get", Immediate.GLOBAL, "-", Effect.READS),
    GLOBAL_SET(0x24, "global.set", Immediate.GLOBAL, "-", Effect.WRITES),
    I32_LOAD(0x28, "i32.load", Immediate.MEMORY_ACCESS, "i:i", Effect.READS),
    I64_LOAD(0x29, "i64.load", Immediate.MEMORY_ACCESS, "i:l", Effect.READS),
    F32_LOAD(0x2A, "f32.load", Immediate.MEMORY_ACCESS, "i:f", Effect.READS),
    F64_LOAD(0x2B, "f64.load", Immediate.MEMORY_ACCESS, "i:d", Effect.READS),
    I32_LOAD8_S(0x2C, "i32.load8_s", Immediate.MEMORY_ACCESS, "i:i", Effect.READS),
    I32_LOAD8_U(0x2D, "i32.load8_u", Immediate.MEMORY_ACCESS, "i:i", Effect.READS),
    I32_LOAD16_S(0x2E, "i32.load16_s", Immediate.MEMORY_ACCESS, "i:i", Effect.READS),
    I32_LOAD16_U(0x2F, "i32.load16_u", Immediate.MEMORY_ACCESS, "i:i", Effect.READS),
    I64_LOAD8_S(0x30, "i64.load8_s", Immediate.MEMORY_ACCESS, "i:l", Effect.READS),
    I64_LOAD8_U(0x31, "i64.load8_u", Immediate.MEMORY_ACCESS, "i:l", Effect.READS),
    I64_LOAD16_S(0x32, "i64.load16_s", Immediate.MEMORY_ACCESS, "i:l", Effect.READS),
    I64_LOAD16_U(0x33, "i64.load16_u", Immediate.MEMORY_ACCESS, "i:l", Effect.READS),
    I64_LOAD32_S(0x34, "i64.load32_s", Immediate.MEMORY_ACCESS, "i:l", Effect.READS),
    I64_LOAD32_U(0x35, "i64.load32_u", Immediate.MEMORY_ACCESS, "i:l", Effect.READS),
    I32_STORE(0x36, "i32.store", Immediate.MEMORY_ACCESS, "ii:", Effect.WRITES),
    I64_STORE(0x37, "i64.store", Immediate.MEMORY_ACCESS, "il:", Effect.WRITES),
    F32_STORE(0x38, "f32.store", Immediate.MEMORY_ACCESS, "if:", Effect.WRITES),
    F64_STORE(0x39, "f64.store", Immediate.MEMORY_ACCESS, "id:", Effect.WRITES),
    I32_STORE8(0x3A, "i32.store8", Immediate.MEMORY_ACCESS, "ii:", Effect.WRITES),
    I32_STORE16(0x3B, "i32.store16", Immediate.MEMORY_ACCESS, "ii:", Effect.WRITES),
    I64_STORE8(0x3C, "i64.store8", Immediate.MEMORY_ACCESS, "il:", Effect.WRITES),
    I64_STORE16(0x3D, "i64.store16", Immediate.MEMORY_ACCESS, "il:", Effect.WRITES),
    I64_STORE32(0x3E, "i64.store32", Immediate.MEMORY_ACCESS, "il:", Effect.WRITES),
    MEMORY_SIZE(0x3F, "memory.size", Immediate.MEMORY, ":i", Effect.READS),
    MEMORY_GROW(0x40, "memory.grow", Immediate.MEMORY, "i:i", Effect.WRITES),
    I32_CONST(0x41, "i32.const", Immediate.I32, ":i", Effect.PURE),
    I64_CONST(0x42, "i64.const", Immediate.I64, ":l", Effect.PURE),
    F32_CONST(0x43, "f32.const", Immediate.F32, ":f", Effect.PURE),
    F64_CONST(0x44, "f64.const", Immediate.F64, ":d", Effect.PURE),
    I32_EQZ(0x45, "i32.eqz", Immediate.NONE, "i:i", Effect.PURE),
    I32_EQ(0x46, "i32.eq", Immediate.NONE, "ii:i", Effect.PURE),
    I32_NE(0x47, "i32.ne", Immediate.NONE, "ii:i", Effect.PURE),
    I32_LT_S(0x48, "i32.lt_s", Immediate.NONE, "ii:i", Effect.PURE),
    I32_LT_U(0x49, "i32.lt_u", Immediate.NONE, "ii:i", Effect.PURE),
    I32_GT_S(0x4A, "i32.gt_s", Immediate.NONE, "ii:i", Effect.PURE),
    I32_GT_U(0x4B, "i32.gt_u", Immediate.NONE, "ii:i", Effect.PURE),
    I32_LE_S(0x4C, "i32.le_s", Immediate.NONE, "ii:i", Effect.PURE),
    I32_LE_U(0x4D, "i32.le_u", Immediate.NONE, "ii:i", Effect.PURE),
    I32_GE_S(0x4E, "i32.ge_s", Immediate.NONE, "ii:i", Effect.PURE),
    I32_GE_U(0x4F, "i32.ge_u", Immediate.NONE, "ii:i", Effect.PURE),
    I64_EQZ(0x50, "i64.eqz", Immediate.NONE, "l:i", Effect.PURE),
    I64_EQ(0x51, "i64.eq", Immediate.NONE, "ll:i", Effect.PURE),
    I64_NE(0x52, "i64.ne", Immediate.NONE, "ll:i", Effect.PURE),
    I64_LT_S(0x53, "i64.lt_s", Immediate.NONE, "ll:i", Effect.PURE),
    I64_LT_U(0x54, "i64.lt_u", Immediate.NONE, "ll:i", Effect.PURE),
    I64_GT_S(0x55, "i64.gt_s", Immediate.NONE, "ll:i", Effect.PURE),
    I64_GT_U(0x56, "i64.gt_u", Immediate.NONE, "ll:i", Effect.PURE),
    I64_LE_S(0x57, "i64.le_s", Immediate.NONE, "ll:i", Effect.PURE),
    I64_LE_U(0x58, "i64.le_u", Immediate.NONE, "ll:i", Effect.PURE),
    I64_GE_S(0x59, "i64.ge_s", Immediate.NONE, "ll:i", Effect.PURE),
    I64_GE_U(0x5A, "i64.ge_u", Immediate.NONE, "ll:i", Effect.PURE),
    F32_EQ(0x5B, "f32.eq", Immediate.NONE, "ff:i", Effect.PURE),
    F32_NE(0x5C, "f32.ne", Immediate.NONE, "ff:i", Effect.PURE),
    F32_LT(0x5D, "f32.lt", Immediate.NONE, "ff:i", Effect.PURE),
    F32_GT(0x5E, "f32.gt", Immediate.NONE, "ff:i", Effect.PURE),
    F32_LE(0x5F, "f32.le", Immediate.NONE, "ff:i", Effect.PURE),
    F32_GE(0x60, "f32.ge", Immediate.NONE, "ff:i", Effect.PURE),
    F64_EQ(0x61, "f64.eq", Immediate.NONE, "dd:i", Effect.PURE),
    F64_NE(0x62, "f64.ne", Immediate.NONE, "dd:i", Effect.PURE),
    F64_LT(0x63, "f64.lt", Immediate.NONE, "dd:i", Effect.PURE),
    F64_GT(0x64, "f64.gt", Immediate.NONE, "dd:i", Effect.PURE),
    F64_LE(0x65, "f64.le", Immediate.NONE, "dd:i", Effect.PURE),
    F64_GE(0x66, "f64.ge", Immediate.NONE, "dd:i", Effect.PURE),
    I32_CLZ(0x67, "i32.clz", Immediate.NONE, "i:i", Effect.PURE),
    I32_CTZ(0x68, "i32.ctz", Immediate.NONE, "i:i", Effect.PURE),
    I32_POPCNT(0x69, "i32.popcnt", Immediate.NONE, "i:i", Effect.PURE),
    I32_ADD(0x6A, "i32.add", Immediate.NONE, "ii:i", Effect.PURE),
    I32_SUB(0x6B, "i32.sub", Immediate.NONE, "ii:i", Effect.PURE),
    I32_MUL(0x6C, "i32.mul", Immediate.NONE, "ii:i", Effect.PURE),
    I32_DIV_S(0x6D, "i32.div_s", Immediate.NONE, "ii:i", Effect.TRAPS),
    I32_DIV_U(0x6E, "i32.div_u", Immediate.NONE, "ii:i", Effect.TRAPS),
    I32_REM_S(0x6F, "i32.rem_s", Immediate.NONE, "ii:i", Effect.TRAPS),
    I32_REM_U(0x70, "i32.rem_u", Immediate.NONE, "ii:i", Effect.TRAPS),
    I32_AND(0x71, "i32.and", Immediate.NONE, "ii:i", Effect.PURE),
    I32_OR(0x72, "i32.or", Immediate.NONE, "ii:i", Effect.PURE),
    I32_XOR(0x73, "i32.xor", Immediate.NONE, "ii:i", Effect.PURE),
    I32_SHL(0x74, "i32.shl", Immediate.NONE, "ii:i", Effect.PURE),
    I32_SHR_S(0x75, "i32.shr_s", Immediate.NONE, "ii:i", Effect.PURE),
    I32_SHR_U(0x76, "i32.shr_u", Immediate.NONE, "ii:i", Effect.PURE),
    I32_ROTL(0x77, "i32.rotl", Immediate.NONE, "ii:i", Effect.PURE),
    I32_ROTR(0x78, "i32.rotr", Immediate.NONE, "ii:i", Effect.PURE),
    I64_CLZ(0x79, "i64.clz", Immediate.NONE, "l:l", Effect.PURE),
    I64_CTZ(0x7A, "i64.ctz", Immediate.NONE, "l:l", Effect.PURE),
    I64_POPCNT(0x7B, "i64.popcnt", Immediate.NONE, "l:l", Effect.PURE),
    I64_ADD(0x7C, "i64.add", Immediate.NONE, "ll:l", Effect.PURE),
    I64_SUB(0x7D, "i64.sub", Immediate.NONE, "ll:l", Effect.PURE),
    I64_MUL(0x7E, "i64.mul", Immediate.NONE, "ll:l", Effect.PURE),
    I64_DIV_S(0x7F, "i64.div_s", Immediate.NONE, "ll:l", Effect.TRAPS),
    I64_DIV_U(0x80, "i64.div_u", Immediate.NONE, "ll:l", Effect.TRAPS),
    I64_REM_S(0x81, "i64.rem_s", Immediate.NONE, "ll:l", Effect.TRAPS),
    I64_REM_U(0x82, "i64.rem_u", Immediate.NONE, "ll:l", Effect.TRAPS),
    I64_AND(0x83, "i64.and", Immediate.NONE, "ll:l", Effect.PURE),
    I64_OR(0x84, "i64.or", Immediate.NONE, "ll:l", Effect.PURE),
    I64_XOR(0x85, "i64.xor", Immediate.NONE, "ll:l", Effect.PURE),
    I64_SHL(0x86, "i64.shl", Immediate.NONE, "ll:l", Effect.PURE),
    I64_SHR_S(0x87, "i64.shr_s", Immediate.NONE, "ll:l", Effect.PURE),
    I64_SHR_U(0x88, "i64.shr_u", Immediate.NONE, "ll:l", Effect.PURE),
    I64_ROTL(0x89, "i64.rotl", Immediate.NONE, "ll:l", Effect.PURE),
    I64_ROTR(0x8A, "i64.rotr", Immediate.NONE, "ll:l", Effect.PURE),
    F32_ABS(0x8B, "f32.abs", Immediate.NONE, "f:f", Effect.PURE),
    F32_NEG(0x8C, "f32.neg", Immediate.NONE, "f:f", Effect.PURE),
    F32_CEIL(0x8D, "f32.ceil", Immediate.NONE, "f:f", Effect.PURE),
    F32_FLOOR(0x8E, "f32.floor", Immediate.NONE, "f:f", Effect.PURE),
    F32_TRUNC(0x8F, "f32.trunc", Immediate.NONE, "f:f", Effect.PURE),
    F32_NEAREST(0x90, "f32.nearest", Immediate.NONE, "f:f", Effect.PURE),
    F32_SQRT(0x91, "f32.sqrt", Immediate.NONE, "f:f", Effect.PURE),
    F32_ADD(0x92, "f32.add", Immediate.NONE, "ff:f", Effect.PURE),
    F32_SUB(0x93, "f32.sub", Immediate.NONE, "ff:f", Effect.PURE),
    F32_MUL(0x94, "f32.mul", Immediate.NONE, "ff:f", Effect.PURE),
    F32_DIV(0x95, "f32.div", Immediate.NONE, "ff:f", Effect.PURE),
    F32_MIN(0x96, "f32.min", Immediate.NONE, "ff:f", Effect.PURE),
    F32_MAX(0x97, "f32.max", Immediate.NONE, "ff:f", Effect.PURE),
    F32_COPYSIGN(0x98, "f32.copysign", Immediate.NONE, "ff:f", Effect.PURE),
    F64_ABS(0x99, "f64.abs", Immediate.NONE, "d:d", Effect.PURE),
    F64_NEG(0x9A, "f64.neg", Immediate.NONE, "d:d", Effect.PURE),
    F64_CEIL(0x9B, "f64.ceil", Immediate.NONE, "d:d", Effect.PURE),
    F64_FLOOR(0x9C, "f64.floor", Immediate.NONE, "d:d", Effect.PURE),
    F64_TRUNC(0x9D, "f64.trunc", Immediate.NONE, "d:d", Effect.PURE),
    F64_NEAREST(0x9E, "f64.nearest", Immediate.NONE, "d:d", Effect.PURE),
    F64_SQRT(0x9F, "f64.sqrt", Immediate.NONE, "d:d", Effect.PURE),
    F64_ADD(0xA0, "f64.add", Immediate.NONE, "dd:d", Effect.PURE),
    F64_SUB(0xA1, "f64.sub", Immediate.NONE, "dd:d", Effect.PURE),
    F64_MUL(0xA2, "f64.mul", Immediate.NONE, "dd:d", Effect.PURE),
    F64_DIV(0xA3, "f64.div", Immediate.NONE, "dd:d", Effect.PURE),
    F64_MIN(0xA4, "f64.min", Immediate.NONE, "dd:d", Effect.PURE),
    F64_MAX(0xA5, "f64.max", Immediate.NONE, "dd:d", Effect.PURE),
    F64_COPYSIGN(0xA6, "f64.copysign", Immediate.NONE, "dd:d", Effect.PURE),
    I32_WRAP_I64(0xA7, "i32.wrap_i64", Immediate.NONE, "l:i", Effect.PURE),
    I32_TRUNC_F32_S(0xA8, "i32.trunc_f32_s", Immediate.NONE, "f:i", Effect.TRAPS),
    I32_TRUNC_F32_U(0xA9, "i32.trunc_f32_u", Immediate.NONE, "f:i", Effect.TRAPS),
    I32_TRUNC_F64_S(0xAA, "i32.trunc_f64_s", Immediate.NONE, "d:i", Effect.TRAPS),
    I32_TRUNC_F64_U(0xAB, "i32.trunc_f64_u", Immediate.NONE, "d:i", Effect.TRAPS),
    I64_EXTEND_I32_S(0xAC, "i64.extend_i32_s", Immediate.NONE, "i:l", Effect.PURE),
    I64_EXTEND_I32_U(0xAD, "i64.extend_i32_u", Immediate.NONE, "i:l", Effect.PURE),
    I64_TRUNC_F32_S(0xAE, "i64.trunc_f32_s", Immediate.NONE, "f:l", Effect.TRAPS),
    I64_TRUNC_F32_U(0xAF, "i64.trunc_f32_u", Immediate.NONE, "f:l", Effect.TRAPS),
    I64_TRUNC_F64_S(0xB0, "i64.trunc_f64_s", Immediate.NONE, "d:l", Effect.TRAPS),
    I64_TRUNC_F64_U(0xB1, "i64.trunc_f64_u", Immediate.NONE, "d:l", Effect.TRAPS),
    F32_CONVERT_I32_S(0xB2, "f32.convert_i32_s", Immediate.NONE, "i:f", Effect.PURE),
    F32_CONVERT_I32_U(0xB3, "f32.convert_i32_u", Immediate.NONE, "i:f", Effect.PURE),
    F32_CONVERT_I64_S(0xB4, "f32.convert_i64_s", Immediate.NONE, "l:f", Effect.PURE),
    F32_CONVERT_I64_U(0xB5, "f32.convert_i64_u", Immediate.NONE, "l:f", Effect.PURE),
    F32_DEMOTE_F64(0xB6, "f32.demote_f64", Immediate.NONE, "d:f", Effect.PURE),
    F64_CONVERT_I32_S(0xB7, "f64.convert_i32_s", Immediate.NONE, "i:d", Effect.PURE),
    F64_CONVERT_I32_U(0xB8, "f64.convert_i32_u", Immediate.NONE, "i:d", Effect.PURE),
    F64_CONVERT_I64_S(0xB9, "f64.convert_i64_s", Immediate.NONE, "l:d", Effect.PURE),
    F64_CONVERT_I64_U(0xBA, "f64.convert_i64_u", Immediate.NONE, "l:d", Effect.PURE),
    F64_PROMOTE_F32(0xBB, "f64.promote_f32", Immediate.NONE, "f:d", Effect.PURE),
    I32_REINTERPRET_F32(0xBC, "i32.reinterpret_f32", Immediate.NONE, "f:i", Effect.PURE),
    I64_REINTERPRET_F64(0xBD, "i64.reinterpret_f64", Immediate.NONE, "d:l", Effect.PURE),
    F32_REINTERPRET_I32(0xBE, "f32.reinterpret_i32", Immediate.NONE, "i:f", Effect.PURE),
    F64_REINTERPRET_I64(0xBF, "f64.reinterpret_i64", Immediate.NONE, "l:d", Effect.PURE),
    I32_EXTEND8_S(0xC0, "i32.extend8_s", Immediate.NONE, "i:i", Effect.PURE),
    I32_EXTEND16_S(0xC1, "i32.extend16_s", Immediate.NONE, "i:i", Effect.PURE),
    I64_EXTEND8_S(0xC2, "i64.extend8_s", Immediate.NONE, "l:l", Effect.PURE),
    I64_EXTEND16_S(0xC3, "i64.extend16_s", Immediate.NONE, "l:l", Effect.PURE),
    I64_EXTEND32_S(0xC4, "i64.extend32_s", Immediate.NONE, "l:l", Effect.PURE),
    I32_TRUNC_SAT_F32_S(0xFC00, "i32.trunc_sat_f32_s", Immediate.NONE, "f:i", Effect.PURE),
    I32_TRUNC_SAT_F32_U(0xFC01, "i32.trunc_sat_f32_u", Immediate.NONE, "f:i", Effect.PURE),
    I32_TRUNC_SAT_F64_S(0xFC02, "i32.trunc_sat_f64_s", Immediate.NONE, "d:i", Effect.PURE),
    I32_TRUNC_SAT_F64_U(0xFC03, "i32.trunc_sat_f64_u", Immediate.NONE, "d:i", Effect.PURE),
    I64_TRUNC_SAT_F32_S(0xFC04, "i64.trunc_sat_f32_s", Immediate.NONE, "f:l", Effect.PURE),
    I64_TRUNC_SAT_F32_U(0xFC05, "i64.trunc_sat_f32_u", Immediate.NONE, "f:l", Effect.PURE),
    I64_TRUNC_SAT_F64_S(0xFC06, "i64.trunc_sat_f64_s", Immediate.NONE, "d:l", Effect.PURE),
    I64_TRUNC_SAT_F64_U(0xFC07, "i64.trunc_sat_f64_u", Immediate.NONE, "d:l", Effect.PURE),
    MEMORY_INIT(0xFC08, "memory.init", Immediate.DATA, "iii:", Effect.WRITES),
    DATA_DROP(0xFC09, "data.drop", Immediate.DATA, ":", Effect.WRITES),
    MEMORY_COPY(0xFC0A, "memory.copy", Immediate.MEMORY_MEMORY, "iii:", Effect.WRITES),
    MEMORY_FILL(0xFC0B, "memory.fill", Immediate.MEMORY, "iii:", Effect.WRITES);
    // spotless:on

    /** Codes from here on are written as the prefix byte 0xFC and the low byte as a number. */
    public static final int PREFIXED = 0xFC00;

    private static final Map<Integer, WasmOp> BY_CODE = new HashMap<>();

    static {
        for (WasmOp op : values()) {
            BY_CODE.put(op.code, op);
        }
    }

    private final int code;
    private final String text;
    private final Immediate immediate;
    private final Effect effect;
    private final List<ValueType> operands;
    private final List<ValueType> results;

    WasmOp(int code, String text, Immediate immediate, String signature, Effect effect) {
        this.code = code;
        this.text = text;
        this.immediate = immediate;
        this.effect = effect;
        int colon = signature.indexOf(':');
        this.operands = colon < 0 ? null : types(signature.substring(0, colon));
        this.results = colon < 0 ? null : types(signature.substring(colon + 1));
    }

    private static List<ValueType> types(String letters) {
        List<ValueType> types = new ArrayList<>();
        for (char letter : letters.toCharArray()) {
            types.add(
                    switch (letter) {
                        case 'i' -> ValueType.I32;
                        case 'l' -> ValueType.I64;
                        case 'f' -> ValueType.F32;
                        case 'd' -> ValueType.F64;
                        default -> throw new IllegalArgumentException("type " + letter);
                    });
        }
        return List.copyOf(types);
    }

    /** The instruction with this code, or null. */
    public static WasmOp of(int code) {
        return BY_CODE.get(code);
    }

    /** Its code in the binary format. */
    public int code() {
        return code;
    }

    /** Its name in the text format. */
    public String text() {
        return text;
    }

    public Immediate immediate() {
        return immediate;
    }

    public Effect effect() {
        return effect;
    }

    /** Whether operands and results are always the same. */
    public boolean hasSignature() {
        return operands != null;
    }

    /** Types of the operands, the topmost last. Null without a fixed signature. */
    public List<ValueType> operands() {
        return operands;
    }

    /** Types of the results. Null without a fixed signature. */
    public List<ValueType> results() {
        return results;
    }

    /** What follows the code in the binary format. */
    public enum Immediate {
        NONE,
        BLOCK,
        LABEL,
        LABELS,
        FUNCTION,
        TYPE,
        LOCAL,
        GLOBAL,
        DATA,
        /** Alignment and offset. */
        MEMORY_ACCESS,
        MEMORY,
        MEMORY_MEMORY,
        I32,
        I64,
        F32,
        F64
    }

    /** What an instruction does besides computing its result. */
    public enum Effect {
        /** Nothing: it may be left out, moved, and done once for many. */
        PURE,
        /** Nothing, but it may trap. */
        TRAPS,
        /** Its result depends on memory or globals; out of bounds it traps. */
        READS,
        /** It changes memory or globals; out of bounds it traps. */
        WRITES,
        /** Anything, as it calls. */
        CALL,
        /** Reads or writes a local. */
        LOCAL,
        /** Part of the structure of a body. */
        CONTROL
    }
}
