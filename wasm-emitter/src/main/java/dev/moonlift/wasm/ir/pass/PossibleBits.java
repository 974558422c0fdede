package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import java.util.List;

/** Which bits of an integer can be 1, as far as the few instructions show that it comes from. */
final class PossibleBits {
    private static final int MAXIMAL_DEPTH = 4;
    private static final long LOW_32 = 0xFFFF_FFFFL;

    private final Definitions definitions;

    PossibleBits(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The upper half is 0 for an i32. */
    long of(Value value) {
        return of(value, MAXIMAL_DEPTH);
    }

    boolean isBoolean(Value value) {
        return (of(value) & ~1) == 0;
    }

    private long of(Value value, int depth) {
        long all = value.type() == ValueType.I32 ? LOW_32 : -1;
        Instruction definition = definitions.of(value);
        return definition == null ? all : of(definition, all, depth) & all;
    }

    private long of(Instruction definition, long all, int depth) {
        if (Comparisons.is(definition.op())) {
            return 1;
        }
        return switch (definition.op()) {
            case I32_CONST, I64_CONST -> definition.immediate();
            case I32_LOAD8_U, I64_LOAD8_U -> 0xFF;
            case I32_LOAD16_U, I64_LOAD16_U -> 0xFFFF;
            case I64_LOAD32_U -> LOW_32;
            case I32_CLZ, I32_CTZ, I32_POPCNT -> 0x3F;
            case I64_CLZ, I64_CTZ, I64_POPCNT -> 0x7F;
            default -> depth == 0 ? all : ofOperands(definition, all, depth - 1);
        };
    }

    private long ofOperands(Instruction definition, long all, int depth) {
        List<Value> operands = definition.operands();
        return switch (definition.op()) {
            case I32_AND, I64_AND -> of(operands.get(0), depth) & of(operands.get(1), depth);
            case I32_OR, I64_OR, I32_XOR, I64_XOR, SELECT -> of(operands.get(0), depth) | of(operands.get(1), depth);
            case I32_WRAP_I64, I64_EXTEND_I32_U -> of(operands.get(0), depth);
            case I32_SHR_U, I64_SHR_U ->
                definitions.isConstant(operands.get(1))
                        ? of(operands.get(0), depth) >>> distance(operands.get(1))
                        : all;
            case I32_SHL, I64_SHL ->
                definitions.isConstant(operands.get(1)) ? of(operands.get(0), depth) << distance(operands.get(1)) : all;
            default -> all;
        };
    }

    private long distance(Value constant) {
        return definitions.constant(constant) & (constant.type() == ValueType.I32 ? 31 : 63);
    }
}
