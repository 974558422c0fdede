package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Arithmetic;
import dev.moonlift.wasm.ir.Commutative;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;

/**
 * Laws of arithmetic on integers and of bits, which hold exactly. Of floating-point arithmetic there are two that do:
 * two changes of sign are none, and to divide by a power of two is to multiply by its reciprocal.
 *
 * <p>Constants move to the right, so that the rules look for them only there.
 */
final class Identities {
    private final Rewriter rewriter;
    private final Definitions definitions;
    private final PossibleBits bits;

    Identities(Rewriter rewriter) {
        this.rewriter = rewriter;
        this.definitions = rewriter.definitions();
        this.bits = new PossibleBits(definitions);
    }

    /** An instruction that computes the same, the instruction itself, or null if a value stands for its result. */
    Instruction apply(Instruction instruction) {
        return switch (instruction.operands().size()) {
            case 1 -> unary(instruction, instruction.operands().get(0));
            case 2 ->
                binary(
                        instruction,
                        instruction.operands().get(0),
                        instruction.operands().get(1));
            default -> instruction.op() == WasmOp.SELECT ? select(instruction) : instruction;
        };
    }

    // --- one operand ---

    private Instruction unary(Instruction instruction, Value a) {
        Instruction definition = definitions.of(a);
        if (definition == null) {
            return instruction;
        }
        return switch (instruction.op()) {
            case I32_EQZ -> invert(instruction, definition);
            case I64_EQZ -> isZero(instruction, definition);
            case I32_WRAP_I64 -> undo(instruction, definition, WasmOp.I64_EXTEND_I32_S, WasmOp.I64_EXTEND_I32_U);
            case I32_REINTERPRET_F32 -> undo(instruction, definition, WasmOp.F32_REINTERPRET_I32);
            case F32_REINTERPRET_I32 -> undo(instruction, definition, WasmOp.I32_REINTERPRET_F32);
            case I64_REINTERPRET_F64 -> undo(instruction, definition, WasmOp.F64_REINTERPRET_I64);
            case F64_REINTERPRET_I64 -> undo(instruction, definition, WasmOp.I64_REINTERPRET_F64);
            case F32_NEG -> undo(instruction, definition, WasmOp.F32_NEG);
            case F64_NEG -> undo(instruction, definition, WasmOp.F64_NEG);
            case I32_EXTEND8_S -> keep(instruction, definition, WasmOp.I32_LOAD8_S);
            case I32_EXTEND16_S -> keep(instruction, definition, WasmOp.I32_LOAD16_S, WasmOp.I32_LOAD8_S);
            case I64_EXTEND8_S -> keep(instruction, definition, WasmOp.I64_LOAD8_S);
            case I64_EXTEND16_S -> keep(instruction, definition, WasmOp.I64_LOAD16_S, WasmOp.I64_LOAD8_S);
            case I64_EXTEND32_S -> keep(instruction, definition, WasmOp.I64_LOAD32_S, WasmOp.I64_EXTEND_I32_S);
            default -> instruction;
        };
    }

    /** The operand of the operation that is undone. */
    private Instruction undo(Instruction instruction, Instruction definition, WasmOp... undone) {
        return List.of(undone).contains(definition.op())
                ? rewriter.replace(instruction, definition.operands().get(0))
                : instruction;
    }

    /** The operand itself, which one of these operations has made as it should be already. */
    private Instruction keep(Instruction instruction, Instruction definition, WasmOp... makers) {
        return List.of(makers).contains(definition.op())
                ? rewriter.replace(instruction, definition.result())
                : instruction;
    }

    private Instruction invert(Instruction instruction, Instruction definition) {
        WasmOp inverse = Comparisons.inverse(definition.op());
        if (inverse != null) {
            return with(instruction, inverse, definition.operands());
        }
        if (definition.op() == WasmOp.I32_EQZ) {
            Value original = definition.operands().get(0);
            return bits.isBoolean(original)
                    ? rewriter.replace(instruction, original)
                    : with(instruction, WasmOp.I32_NE, List.of(original, constant(ValueType.I32, 0)));
        }
        if (definition.op() == WasmOp.I64_EQZ) {
            Value original = definition.operands().get(0);
            return with(instruction, WasmOp.I64_NE, List.of(original, constant(ValueType.I64, 0)));
        }
        return isZero(instruction, definition);
    }

    private Instruction isZero(Instruction instruction, Instruction definition) {
        return switch (definition.op()) {
            case I32_SUB, I32_XOR -> with(instruction, WasmOp.I32_EQ, definition.operands());
            case I64_SUB, I64_XOR -> with(instruction, WasmOp.I64_EQ, definition.operands());
            case I64_EXTEND_I32_S, I64_EXTEND_I32_U -> with(instruction, WasmOp.I32_EQZ, definition.operands());
            default -> instruction;
        };
    }

    // --- two operands ---

    private Instruction binary(Instruction instruction, Value a, Value b) {
        if (definitions.isConstant(b)) {
            return withConstant(instruction, a, definitions.constant(b));
        }
        if (definitions.isConstant(a) && Commutative.is(instruction.op())) {
            return with(instruction, instruction.op(), List.of(b, a));
        }
        return a == b ? withItself(instruction, a) : instruction;
    }

    private Instruction withItself(Instruction instruction, Value a) {
        return switch (instruction.op()) {
            case I32_AND, I32_OR, I64_AND, I64_OR -> rewriter.replace(instruction, a);
            case I32_SUB, I32_XOR, I64_SUB, I64_XOR -> become(instruction, 0);
            case I32_NE, I32_LT_S, I32_LT_U, I32_GT_S, I32_GT_U -> become(instruction, 0);
            case I64_NE, I64_LT_S, I64_LT_U, I64_GT_S, I64_GT_U -> become(instruction, 0);
            case I32_EQ, I32_LE_S, I32_LE_U, I32_GE_S, I32_GE_U -> become(instruction, 1);
            case I64_EQ, I64_LE_S, I64_LE_U, I64_GE_S, I64_GE_U -> become(instruction, 1);
            default -> instruction;
        };
    }

    private Instruction withConstant(Instruction instruction, Value a, long b) {
        return switch (instruction.op()) {
            case I32_ADD, I64_ADD -> b == 0 ? rewriter.replace(instruction, a) : join(instruction, a, b);
            case I32_SUB -> withRight(instruction, WasmOp.I32_ADD, a, (int) -b);
            case I64_SUB -> withRight(instruction, WasmOp.I64_ADD, a, -b);
            case I32_MUL, I64_MUL -> multiply(instruction, a, b);
            case I32_AND, I64_AND -> mask(instruction, a, b);
            case I32_OR, I64_OR -> b == -1 ? become(instruction, -1) : orNothing(instruction, a, b);
            case I32_XOR, I64_XOR -> orNothing(instruction, a, b);
            case I32_SHR_S, I32_SHR_U ->
                (b & 31) == 0 ? rewriter.replace(instruction, a) : shiftRight(instruction, a, b);
            case I32_SHL, I32_ROTL, I32_ROTR -> (b & 31) == 0 ? rewriter.replace(instruction, a) : instruction;
            case I64_SHL, I64_SHR_S, I64_SHR_U, I64_ROTL, I64_ROTR ->
                (b & 63) == 0 ? rewriter.replace(instruction, a) : instruction;
            case I32_DIV_S, I64_DIV_S, I32_DIV_U, I64_DIV_U -> divide(instruction, a, b);
            case I32_REM_U, I64_REM_U -> remainder(instruction, a, b);
            case F64_DIV -> multiplyByReciprocal(instruction, a, Double.longBitsToDouble(b));
            default -> Comparisons.is(instruction.op()) ? compare(instruction, a, b) : instruction;
        };
    }

    private Instruction orNothing(Instruction instruction, Value a, long b) {
        return b == 0 ? rewriter.replace(instruction, a) : join(instruction, a, b);
    }

    /** One constant in place of two, where the operation is associative. */
    private Instruction join(Instruction instruction, Value a, long b) {
        Instruction inner = definitions.of(a);
        if (inner == null
                || inner.op() != instruction.op()
                || !definitions.isConstant(inner.operands().get(1))) {
            return instruction;
        }
        long other = definitions.constant(inner.operands().get(1));
        long both = Arithmetic.compute(instruction.op(), other, b);
        return withRight(instruction, instruction.op(), inner.operands().get(0), both);
    }

    private Instruction multiply(Instruction instruction, Value a, long b) {
        if (b == 0) {
            return become(instruction, 0);
        }
        if (b == 1) {
            return rewriter.replace(instruction, a);
        }
        boolean isI32 = instruction.op() == WasmOp.I32_MUL;
        return isPowerOf2(b, a.type())
                ? withRight(instruction, isI32 ? WasmOp.I32_SHL : WasmOp.I64_SHL, a, Long.numberOfTrailingZeros(b))
                : instruction;
    }

    private Instruction divide(Instruction instruction, Value a, long b) {
        if (b == 1) {
            return rewriter.replace(instruction, a);
        }
        if (!isPowerOf2(b, a.type())) {
            return instruction;
        }
        return switch (instruction.op()) {
            case I32_DIV_U -> withRight(instruction, WasmOp.I32_SHR_U, a, Long.numberOfTrailingZeros(b));
            case I64_DIV_U -> withRight(instruction, WasmOp.I64_SHR_U, a, Long.numberOfTrailingZeros(b));
            default -> instruction;
        };
    }

    private Instruction remainder(Instruction instruction, Value a, long b) {
        boolean isI32 = instruction.op() == WasmOp.I32_REM_U;
        return isPowerOf2(b, a.type())
                ? withRight(instruction, isI32 ? WasmOp.I32_AND : WasmOp.I64_AND, a, isI32 ? (int) (b - 1) : b - 1)
                : instruction;
    }

    /** A product with a power of two is the same number as the quotient by its reciprocal, however it is rounded. */
    private Instruction multiplyByReciprocal(Instruction instruction, Value a, double divisor) {
        double reciprocal = 1 / divisor;
        return isNormalPowerOf2(divisor) && isNormalPowerOf2(reciprocal)
                ? withRight(instruction, WasmOp.F64_MUL, a, Double.doubleToRawLongBits(reciprocal))
                : instruction;
    }

    private static boolean isNormalPowerOf2(double value) {
        long fraction = Double.doubleToRawLongBits(value) & (1L << 52) - 1;
        return fraction == 0 && Double.isFinite(value) && Math.abs(value) >= Double.MIN_NORMAL;
    }

    private static boolean isPowerOf2(long value, ValueType type) {
        return Long.bitCount(type == ValueType.I32 ? value & 0xFFFF_FFFFL : value) == 1;
    }

    private Instruction mask(Instruction instruction, Value a, long b) {
        long possible = bits.of(a);
        if ((possible & b) == 0) {
            return become(instruction, 0);
        }
        if ((possible & ~b) == 0) {
            return rewriter.replace(instruction, a);
        }
        Instruction shift = definitions.of(a);
        return shift != null && shift.op() == WasmOp.I32_SHR_U
                ? maskShifted(instruction, shift, (int) b)
                : join(instruction, a, b);
    }

    // --- an exclusive or that changes only bits which are left out afterwards, as in the decoding of bytecode ---

    private Instruction shiftRight(Instruction instruction, Value a, long b) {
        Value original = withoutFlips(a, -1 << b);
        return original == a ? instruction : withRight(instruction, instruction.op(), original, b);
    }

    private Instruction maskShifted(Instruction instruction, Instruction shift, int mask) {
        Value shifted = shift.operands().get(0);
        Value distance = shift.operands().get(1);
        if (!definitions.isConstant(distance)) {
            return instruction;
        }
        Value original = withoutFlips(shifted, mask << definitions.constant(distance));
        if (original == shifted) {
            return instruction;
        }
        Value bits = rewriter.insert(shift.op(), List.of(original, distance), instruction.origin());
        return withRight(instruction, instruction.op(), bits, mask);
    }

    /** The value before an exclusive or with a constant that changes none of the bits which count. */
    private Value withoutFlips(Value value, int counting) {
        Instruction definition = definitions.of(value);
        if (definition == null
                || definition.op() != WasmOp.I32_XOR
                || !definitions.isConstant(definition.operands().get(1))) {
            return value;
        }
        boolean isFelt = (definitions.constant(definition.operands().get(1)) & counting) != 0;
        return isFelt ? value : definition.operands().get(0);
    }

    private Instruction compare(Instruction instruction, Value a, long b) {
        if (b == 1) {
            return compareWithOne(instruction, a);
        }
        return b == 0 ? compareWithZero(instruction, a) : instruction;
    }

    private Instruction compareWithOne(Instruction instruction, Value a) {
        return switch (instruction.op()) {
            case I32_EQ -> bits.isBoolean(a) ? rewriter.replace(instruction, a) : instruction;
            case I32_NE -> bits.isBoolean(a) ? with(instruction, WasmOp.I32_EQZ, List.of(a)) : instruction;
            case I32_LT_U -> with(instruction, WasmOp.I32_EQZ, List.of(a));
            case I64_LT_U -> with(instruction, WasmOp.I64_EQZ, List.of(a));
            default -> instruction;
        };
    }

    private Instruction compareWithZero(Instruction instruction, Value a) {
        return switch (instruction.op()) {
            case I32_EQ, I32_LE_U -> with(instruction, WasmOp.I32_EQZ, List.of(a));
            case I64_EQ, I64_LE_U -> with(instruction, WasmOp.I64_EQZ, List.of(a));
            case I32_NE -> bits.isBoolean(a) ? rewriter.replace(instruction, a) : instruction;
            case I32_GT_U -> withRight(instruction, WasmOp.I32_NE, a, 0);
            case I64_GT_U -> withRight(instruction, WasmOp.I64_NE, a, 0);
            case I32_LT_U, I64_LT_U -> become(instruction, 0);
            case I32_GE_U, I64_GE_U -> become(instruction, 1);
            default -> instruction;
        };
    }

    // --- select ---

    private Instruction select(Instruction instruction) {
        Value ifTrue = instruction.operands().get(0);
        Value ifFalse = instruction.operands().get(1);
        Value original = instruction.operands().get(2);
        if (definitions.isConstant(original)) {
            return rewriter.replace(instruction, definitions.constant(original) != 0 ? ifTrue : ifFalse);
        }
        Condition condition = Condition.of(original, definitions);
        if (condition.value() != original) {
            List<Value> operands = condition.isInverted()
                    ? List.of(ifFalse, ifTrue, condition.value())
                    : List.of(ifTrue, ifFalse, condition.value());
            return with(instruction, WasmOp.SELECT, operands);
        }
        return instruction.result().type() == ValueType.I32
                ? selectBoolean(instruction, ifTrue, ifFalse, original)
                : instruction;
    }

    private Instruction selectBoolean(Instruction instruction, Value ifTrue, Value ifFalse, Value condition) {
        if (definitions.isConstant(ifTrue, 1) && definitions.isConstant(ifFalse, 0)) {
            return bits.isBoolean(condition)
                    ? rewriter.replace(instruction, condition)
                    : withRight(instruction, WasmOp.I32_NE, condition, 0);
        }
        return definitions.isConstant(ifTrue, 0) && definitions.isConstant(ifFalse, 1)
                ? with(instruction, WasmOp.I32_EQZ, List.of(condition))
                : instruction;
    }

    // --- results ---

    private Value constant(ValueType type, long bits) {
        return rewriter.constant(type, bits);
    }

    private static Instruction with(Instruction instruction, WasmOp op, List<Value> operands) {
        return new Instruction(op, operands, instruction.results(), 0, null, instruction.origin());
    }

    private Instruction withRight(Instruction instruction, WasmOp op, Value a, long b) {
        return with(instruction, op, List.of(a, constant(a.type(), b)));
    }

    private static Instruction become(Instruction instruction, long bits) {
        return Rewriter.constant(instruction.result(), bits, instruction.origin());
    }
}
