package dev.moonlift.runtime.jit;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Reciprocal;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Division and modulo, which round down (manual §3.4.1), by a constant: without checks, and mostly without dividing.
 */
final class ConstantDivision {
    /** Up to which powers of two the quotient of any float is exact, or is less than one. */
    private static final double GREATEST_FLOAT = 0x1p52;

    private final Emission at;
    /** Of remainders of floats, numbers that are 0 for the same values, and take less to find. */
    private final Map<Value, Value> differences = new HashMap<>();

    ConstantDivision(Emission at) {
        this.at = at;
    }

    /** Whether integers are divided by it here. */
    static boolean isDivisor(long divisor) {
        return divisor > 0;
    }

    /** Whether the remainder of floats is found here: of powers of two from 1 on. */
    static boolean isDivisor(double divisor) {
        return divisor >= 1
                && divisor <= GREATEST_FLOAT
                && divisor == (long) divisor
                && Long.bitCount((long) divisor) == 1;
    }

    Value quotient(Value value, long divisor) {
        if (Long.bitCount(divisor) == 1) {
            return at.add(WasmOp.I64_SHR_S, value, at.constant((long) Long.numberOfTrailingZeros(divisor)));
        }
        return smallOrAny(value, divisor, () -> smallQuotient(value, divisor), () -> anyQuotient(value, divisor));
    }

    private Value anyQuotient(Value value, long divisor) {
        Value quotient = at.add(WasmOp.I64_DIV_S, value, at.constant(divisor));
        Value product = at.add(WasmOp.I64_MUL, quotient, at.constant(divisor));
        return at.add(WasmOp.I64_ADD, quotient, sign(at.add(WasmOp.I64_SUB, value, product)));
    }

    Value remainder(Value value, long divisor) {
        if (Long.bitCount(divisor) == 1) {
            return at.add(WasmOp.I64_AND, value, at.constant(divisor - 1));
        }
        return smallOrAny(value, divisor, () -> smallRemainder(value, divisor), () -> anyRemainder(value, divisor));
    }

    private Value anyRemainder(Value value, long divisor) {
        Value remainder = at.add(WasmOp.I64_REM_S, value, at.constant(divisor));
        Value adjustment = at.add(WasmOp.I64_AND, sign(remainder), at.constant(divisor));
        return at.add(WasmOp.I64_ADD, remainder, adjustment);
    }

    /** Numbers from 0 to 2^31 - 1, which most are, take no division. */
    private Value smallOrAny(Value value, long divisor, Supplier<Value> small, Supplier<Value> any) {
        if (divisor > Integer.MAX_VALUE) {
            return any.get();
        }
        Block ofSmall = at.graph().newBlock();
        Block ofAny = at.graph().newBlock();
        Block join = at.graph().newBlock();
        Value result = at.graph().addParameter(join, ValueType.I64);
        Value isSmall = at.add(WasmOp.I64_LE_U, value, at.constant((long) Integer.MAX_VALUE));
        at.end(new Terminator.Branch(isSmall, Edge.to(ofSmall), Edge.to(ofAny)));
        at.moveTo(ofSmall);
        at.end(new Terminator.Jump(new Edge(join, List.of(small.get()))));
        at.moveTo(ofAny);
        at.end(new Terminator.Jump(new Edge(join, List.of(any.get()))));
        at.moveTo(join);
        return result;
    }

    private Value smallQuotient(Value value, long divisor) {
        Reciprocal reciprocal = Reciprocal.of(divisor);
        Value product = at.add(WasmOp.I64_MUL, value, at.constant(reciprocal.factor()));
        return at.add(WasmOp.I64_SHR_U, product, at.constant((long) reciprocal.power()));
    }

    private Value smallRemainder(Value value, long divisor) {
        Value product = at.add(WasmOp.I64_MUL, smallQuotient(value, divisor), at.constant(divisor));
        return at.add(WasmOp.I64_SUB, value, product);
    }

    /** -1 of what is negative, else 0. */
    private Value sign(Value value) {
        return at.add(WasmOp.I64_SHR_S, value, at.constant(Long.SIZE - 1L));
    }

    /** As C's fmod gives it, zeros with the sign of the value, and a divisor more if that is negative. */
    Value remainder(Value value, double divisor) {
        Value quotient = at.add(WasmOp.F64_TRUNC, at.add(WasmOp.F64_MUL, value, at.constant(1 / divisor)));
        Value product = at.add(WasmOp.F64_MUL, quotient, at.constant(divisor));
        Value difference = at.add(WasmOp.F64_SUB, value, product);
        Value isZero = at.add(WasmOp.F64_EQ, difference, at.constant(0.0));
        Value zero = at.add(WasmOp.F64_MUL, value, at.constant(0.0));
        Value remainder = at.graph().select(at.block(), zero, difference, isZero);
        Value isNegative = at.add(WasmOp.F64_LT, remainder, at.constant(0.0));
        Value above = at.add(WasmOp.F64_ADD, remainder, at.constant(divisor));
        Value result = at.graph().select(at.block(), above, remainder, isNegative);
        differences.put(result, difference);
        return result;
    }

    /**
     * A float that is 0 if, and only if, another is: where that was found as a remainder, it is not wanted for this.
     */
    Value sameZero(Value value) {
        return differences.getOrDefault(value, value);
    }
}
