package dev.moonlift.wasm.ir;

import dev.moonlift.wasm.module.WasmOp;

/**
 * What numeric instructions compute (WebAssembly 2.0, §4.3), exactly, but for the bits of a NaN that an operation makes
 * and that WebAssembly leaves open.
 *
 * <p>Values are the bits of numbers, those of i32 and f32 sign-extended.
 */
public final class Arithmetic {
    private static final double TWO_TO_31 = 0x1p31;
    private static final double TWO_TO_32 = 0x1p32;
    private static final double TWO_TO_63 = 0x1p63;
    private static final double TWO_TO_64 = 0x1p64;

    private Arithmetic() {}

    /** Whether {@link #compute} knows an instruction: all that take numbers and give one, and nothing else. */
    public static boolean knows(WasmOp op) {
        return op.code() >= WasmOp.I32_EQZ.code() && op.code() <= WasmOp.I64_TRUNC_SAT_F64_U.code();
    }

    /**
     * The result of an instruction.
     *
     * @param a the first operand
     * @param b the second operand if there is one
     * @throws ArithmeticException if the instruction traps
     * @throws IllegalArgumentException if it is not a numeric instruction
     */
    public static long compute(WasmOp op, long a, long b) {
        if (op.code() <= WasmOp.F64_GE.code()) {
            return compare(op, a, b) ? 1 : 0;
        }
        if (op.code() < WasmOp.I64_CLZ.code()) {
            return i32(op, (int) a, (int) b);
        }
        if (op.code() < WasmOp.F32_ABS.code()) {
            return i64(op, a, b);
        }
        if (op.code() < WasmOp.F64_ABS.code()) {
            return f32(op, (int) a, (int) b);
        }
        if (op.code() < WasmOp.I32_WRAP_I64.code()) {
            return f64(op, a, b);
        }
        return convert(op, a);
    }

    private static boolean compare(WasmOp op, long a, long b) {
        if (op.code() <= WasmOp.I64_GE_U.code()) {
            return compareIntegers(op, a, b);
        }
        return op.code() <= WasmOp.F32_GE.code()
                ? compareFloats(op, float32(a), float32(b))
                : compareFloats(op, float64(a), float64(b));
    }

    /** Sign extension keeps the order of i32, also the unsigned one. */
    private static boolean compareIntegers(WasmOp op, long a, long b) {
        return switch (op) {
            case I32_EQZ, I64_EQZ -> a == 0;
            case I32_EQ, I64_EQ -> a == b;
            case I32_NE, I64_NE -> a != b;
            case I32_LT_S, I64_LT_S -> a < b;
            case I32_LT_U, I64_LT_U -> Long.compareUnsigned(a, b) < 0;
            case I32_GT_S, I64_GT_S -> a > b;
            case I32_GT_U, I64_GT_U -> Long.compareUnsigned(a, b) > 0;
            case I32_LE_S, I64_LE_S -> a <= b;
            case I32_LE_U, I64_LE_U -> Long.compareUnsigned(a, b) <= 0;
            case I32_GE_S, I64_GE_S -> a >= b;
            case I32_GE_U, I64_GE_U -> Long.compareUnsigned(a, b) >= 0;
            default -> throw unknown(op);
        };
    }

    private static boolean compareFloats(WasmOp op, double a, double b) {
        return switch (op) {
            case F32_EQ, F64_EQ -> a == b;
            case F32_NE, F64_NE -> a != b;
            case F32_LT, F64_LT -> a < b;
            case F32_GT, F64_GT -> a > b;
            case F32_LE, F64_LE -> a <= b;
            case F32_GE, F64_GE -> a >= b;
            default -> throw unknown(op);
        };
    }

    private static int i32(WasmOp op, int a, int b) {
        return switch (op) {
            case I32_CLZ -> Integer.numberOfLeadingZeros(a);
            case I32_CTZ -> Integer.numberOfTrailingZeros(a);
            case I32_POPCNT -> Integer.bitCount(a);
            case I32_ADD -> a + b;
            case I32_SUB -> a - b;
            case I32_MUL -> a * b;
            case I32_DIV_S -> divide(a, b);
            case I32_DIV_U -> Integer.divideUnsigned(a, b);
            case I32_REM_S -> a % b;
            case I32_REM_U -> Integer.remainderUnsigned(a, b);
            case I32_AND -> a & b;
            case I32_OR -> a | b;
            case I32_XOR -> a ^ b;
            case I32_SHL -> a << b;
            case I32_SHR_S -> a >> b;
            case I32_SHR_U -> a >>> b;
            case I32_ROTL -> Integer.rotateLeft(a, b);
            case I32_ROTR -> Integer.rotateRight(a, b);
            default -> throw unknown(op);
        };
    }

    private static int divide(int a, int b) {
        if (a == Integer.MIN_VALUE && b == -1) {
            throw new ArithmeticException("integer overflow");
        }
        return a / b;
    }

    private static long i64(WasmOp op, long a, long b) {
        return switch (op) {
            case I64_CLZ -> Long.numberOfLeadingZeros(a);
            case I64_CTZ -> Long.numberOfTrailingZeros(a);
            case I64_POPCNT -> Long.bitCount(a);
            case I64_ADD -> a + b;
            case I64_SUB -> a - b;
            case I64_MUL -> a * b;
            case I64_DIV_S -> divide(a, b);
            case I64_DIV_U -> Long.divideUnsigned(a, b);
            case I64_REM_S -> a % b;
            case I64_REM_U -> Long.remainderUnsigned(a, b);
            case I64_AND -> a & b;
            case I64_OR -> a | b;
            case I64_XOR -> a ^ b;
            case I64_SHL -> a << b;
            case I64_SHR_S -> a >> b;
            case I64_SHR_U -> a >>> b;
            case I64_ROTL -> Long.rotateLeft(a, (int) b);
            case I64_ROTR -> Long.rotateRight(a, (int) b);
            default -> throw unknown(op);
        };
    }

    private static long divide(long a, long b) {
        if (a == Long.MIN_VALUE && b == -1) {
            throw new ArithmeticException("integer overflow");
        }
        return a / b;
    }

    /** Sign operations are on bits, so that they are exact for NaN. */
    private static long f32(WasmOp op, int bitsA, int bitsB) {
        switch (op) {
            case F32_ABS:
                return bitsA & Integer.MAX_VALUE;
            case F32_NEG:
                return bitsA ^ Integer.MIN_VALUE;
            case F32_COPYSIGN:
                return bitsA & Integer.MAX_VALUE | bitsB & Integer.MIN_VALUE;
            default:
                return bits(f32(op, float32(bitsA), float32(bitsB)));
        }
    }

    private static float f32(WasmOp op, float a, float b) {
        return switch (op) {
            case F32_CEIL -> (float) Math.ceil(a);
            case F32_FLOOR -> (float) Math.floor(a);
            case F32_TRUNC -> (float) truncate(a);
            case F32_NEAREST -> (float) Math.rint(a);
            case F32_SQRT -> (float) Math.sqrt(a);
            case F32_ADD -> a + b;
            case F32_SUB -> a - b;
            case F32_MUL -> a * b;
            case F32_DIV -> a / b;
            case F32_MIN -> Math.min(a, b);
            case F32_MAX -> Math.max(a, b);
            default -> throw unknown(op);
        };
    }

    private static long f64(WasmOp op, long bitsA, long bitsB) {
        switch (op) {
            case F64_ABS:
                return bitsA & Long.MAX_VALUE;
            case F64_NEG:
                return bitsA ^ Long.MIN_VALUE;
            case F64_COPYSIGN:
                return bitsA & Long.MAX_VALUE | bitsB & Long.MIN_VALUE;
            default:
                return bits(f64(op, float64(bitsA), float64(bitsB)));
        }
    }

    private static double f64(WasmOp op, double a, double b) {
        return switch (op) {
            case F64_CEIL -> Math.ceil(a);
            case F64_FLOOR -> Math.floor(a);
            case F64_TRUNC -> truncate(a);
            case F64_NEAREST -> Math.rint(a);
            case F64_SQRT -> Math.sqrt(a);
            case F64_ADD -> a + b;
            case F64_SUB -> a - b;
            case F64_MUL -> a * b;
            case F64_DIV -> a / b;
            case F64_MIN -> Math.min(a, b);
            case F64_MAX -> Math.max(a, b);
            default -> throw unknown(op);
        };
    }

    private static double truncate(double value) {
        return value < 0 ? Math.ceil(value) : Math.floor(value);
    }

    private static long convert(WasmOp op, long a) {
        return switch (op) {
            case I32_WRAP_I64, I64_EXTEND_I32_S, I64_EXTEND32_S -> (int) a;
            case I64_EXTEND_I32_U -> a & 0xFFFF_FFFFL;
            case I32_EXTEND8_S, I64_EXTEND8_S -> (byte) a;
            case I32_EXTEND16_S, I64_EXTEND16_S -> (short) a;
            case I32_REINTERPRET_F32, F32_REINTERPRET_I32, I64_REINTERPRET_F64, F64_REINTERPRET_I64 -> a;
            case F32_CONVERT_I32_S, F32_CONVERT_I64_S -> bits((float) a);
            case F32_CONVERT_I32_U -> bits((float) (a & 0xFFFF_FFFFL));
            case F32_CONVERT_I64_U -> bits(a < 0 ? (float) halved(a) * 2 : (float) a);
            case F64_CONVERT_I32_S, F64_CONVERT_I64_S -> bits((double) a);
            case F64_CONVERT_I32_U -> bits((double) (a & 0xFFFF_FFFFL));
            case F64_CONVERT_I64_U -> bits(a < 0 ? (double) halved(a) * 2 : (double) a);
            case F32_DEMOTE_F64 -> bits((float) float64(a));
            case F64_PROMOTE_F32 -> bits((double) float32(a));
            default -> truncateToInteger(op, a);
        };
    }

    /** Half of an unsigned number; the last bit stays, because rounding depends on it. */
    private static long halved(long unsigned) {
        return unsigned >>> 1 | unsigned & 1;
    }

    private static long truncateToInteger(WasmOp op, long a) {
        return switch (op) {
            case I32_TRUNC_F32_S -> (int) inRange(float32(a), -TWO_TO_31 - 1, TWO_TO_31);
            case I32_TRUNC_F64_S -> (int) inRange(float64(a), -TWO_TO_31 - 1, TWO_TO_31);
            case I32_TRUNC_F32_U -> toUnsigned32(inRange(float32(a), -1, TWO_TO_32));
            case I32_TRUNC_F64_U -> toUnsigned32(inRange(float64(a), -1, TWO_TO_32));
            case I64_TRUNC_F32_S -> (long) inRange(float32(a), Math.nextDown(-TWO_TO_63), TWO_TO_63);
            case I64_TRUNC_F64_S -> (long) inRange(float64(a), Math.nextDown(-TWO_TO_63), TWO_TO_63);
            case I64_TRUNC_F32_U -> toUnsigned64(inRange(float32(a), -1, TWO_TO_64));
            case I64_TRUNC_F64_U -> toUnsigned64(inRange(float64(a), -1, TWO_TO_64));
            case I32_TRUNC_SAT_F32_S -> (int) float32(a);
            case I32_TRUNC_SAT_F64_S -> (int) float64(a);
            case I32_TRUNC_SAT_F32_U -> toUnsigned32(float32(a));
            case I32_TRUNC_SAT_F64_U -> toUnsigned32(float64(a));
            case I64_TRUNC_SAT_F32_S -> (long) float32(a);
            case I64_TRUNC_SAT_F64_S -> (long) float64(a);
            case I64_TRUNC_SAT_F32_U -> toUnsigned64(float32(a));
            case I64_TRUNC_SAT_F64_U -> toUnsigned64(float64(a));
            default -> throw unknown(op);
        };
    }

    /** The value, if it is between both bounds, which are excluded. */
    private static double inRange(double value, double low, double high) {
        if (value > low && value < high) {
            return value;
        }
        throw new ArithmeticException("invalid conversion to integer");
    }

    /** Saturating; NaN gives 0. */
    private static int toUnsigned32(double value) {
        return (int) Math.min((long) Math.max(value, 0), 0xFFFF_FFFFL);
    }

    /** Saturating; NaN gives 0. */
    private static long toUnsigned64(double value) {
        if (value < TWO_TO_63) {
            return (long) Math.max(value, 0);
        }
        return value < TWO_TO_64 ? (long) (value - TWO_TO_63) ^ Long.MIN_VALUE : value >= TWO_TO_64 ? -1 : 0;
    }

    private static float float32(long bits) {
        return Float.intBitsToFloat((int) bits);
    }

    private static double float64(long bits) {
        return Double.longBitsToDouble(bits);
    }

    private static long bits(float value) {
        return Float.floatToRawIntBits(value);
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    private static IllegalArgumentException unknown(WasmOp op) {
        return new IllegalArgumentException(op.text() + " is not numeric");
    }
}
