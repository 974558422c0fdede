package dev.moonlift.wasm.translate;

import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;
import dev.moonlift.wasm.restricted.Intrinsic;

/** The methods of the JDK that restricted Java may call, as instructions. */
record IntrinsicTranslator(GraphCursor at) {

    /** The result of calling an intrinsic with these arguments. */
    Value translate(Intrinsic intrinsic, Value... arguments) {
        Value a = arguments[0];
        Value b = arguments.length > 1 ? arguments[1] : null;
        return switch (intrinsic) {
            case ABS_INT -> {
                Value sign = at.add(WasmOp.I32_SHR_S, a, at.constant(31));
                yield at.add(WasmOp.I32_SUB, at.add(WasmOp.I32_XOR, a, sign), sign);
            }
            case ABS_LONG -> {
                Value sign = at.add(WasmOp.I64_SHR_S, a, at.constant(63L));
                yield at.add(WasmOp.I64_SUB, at.add(WasmOp.I64_XOR, a, sign), sign);
            }
            case ABS_DOUBLE -> at.add(WasmOp.F64_ABS, a);
            case SQRT -> at.add(WasmOp.F64_SQRT, a);
            case FLOOR -> at.add(WasmOp.F64_FLOOR, a);
            case CEIL -> at.add(WasmOp.F64_CEIL, a);
            case RINT -> at.add(WasmOp.F64_NEAREST, a);
            case COPY_SIGN -> at.add(WasmOp.F64_COPYSIGN, a, b);
            case MIN_INT -> at.select(a, b, at.add(WasmOp.I32_LT_S, a, b));
            case MIN_LONG -> at.select(a, b, at.add(WasmOp.I64_LT_S, a, b));
            case MAX_INT -> at.select(a, b, at.add(WasmOp.I32_GT_S, a, b));
            case MAX_LONG -> at.select(a, b, at.add(WasmOp.I64_GT_S, a, b));
            case MULTIPLY_HIGH -> multiplyHigh(a, b);
            case LEADING_ZEROS_INT -> at.add(WasmOp.I32_CLZ, a);
            case TRAILING_ZEROS_INT -> at.add(WasmOp.I32_CTZ, a);
            case BIT_COUNT_INT -> at.add(WasmOp.I32_POPCNT, a);
            case ROTATE_LEFT_INT -> at.add(WasmOp.I32_ROTL, a, b);
            case ROTATE_RIGHT_INT -> at.add(WasmOp.I32_ROTR, a, b);
            case COMPARE_UNSIGNED_INT -> threeWay(WasmOp.I32_GT_U, WasmOp.I32_LT_U, a, b);
            case DIVIDE_UNSIGNED_INT -> at.add(WasmOp.I32_DIV_U, a, b);
            case REMAINDER_UNSIGNED_INT -> at.add(WasmOp.I32_REM_U, a, b);
            case TO_UNSIGNED_LONG -> at.add(WasmOp.I64_EXTEND_I32_U, a);
            case LEADING_ZEROS_LONG -> at.add(WasmOp.I32_WRAP_I64, at.add(WasmOp.I64_CLZ, a));
            case TRAILING_ZEROS_LONG -> at.add(WasmOp.I32_WRAP_I64, at.add(WasmOp.I64_CTZ, a));
            case BIT_COUNT_LONG -> at.add(WasmOp.I32_WRAP_I64, at.add(WasmOp.I64_POPCNT, a));
            case ROTATE_LEFT_LONG -> at.add(WasmOp.I64_ROTL, a, at.add(WasmOp.I64_EXTEND_I32_U, b));
            case ROTATE_RIGHT_LONG -> at.add(WasmOp.I64_ROTR, a, at.add(WasmOp.I64_EXTEND_I32_U, b));
            case COMPARE_UNSIGNED_LONG -> threeWay(WasmOp.I64_GT_U, WasmOp.I64_LT_U, a, b);
            case DIVIDE_UNSIGNED_LONG -> at.add(WasmOp.I64_DIV_U, a, b);
            case REMAINDER_UNSIGNED_LONG -> at.add(WasmOp.I64_REM_U, a, b);
            case DOUBLE_TO_RAW_LONG_BITS -> at.add(WasmOp.I64_REINTERPRET_F64, a);
            case LONG_BITS_TO_DOUBLE -> at.add(WasmOp.F64_REINTERPRET_I64, a);
            case IS_NAN -> at.add(WasmOp.F64_NE, a, a);
        };
    }

    /** 1, 0 or -1 from two comparisons. */
    Value threeWay(WasmOp greater, WasmOp less, Value a, Value b) {
        return at.add(WasmOp.I32_SUB, at.add(greater, a, b), at.add(less, a, b));
    }

    /** The upper half of a signed product, from products of halves (Warren, Hacker's Delight, §8-2). */
    private Value multiplyHigh(Value a, Value b) {
        Value half = at.constant(32L);
        Value mask = at.constant(0xFFFFFFFFL);
        Value lowA = at.add(WasmOp.I64_AND, a, mask);
        Value highA = at.add(WasmOp.I64_SHR_S, a, half);
        Value lowB = at.add(WasmOp.I64_AND, b, mask);
        Value highB = at.add(WasmOp.I64_SHR_S, b, half);
        Value carry = at.add(WasmOp.I64_SHR_U, at.add(WasmOp.I64_MUL, lowA, lowB), half);
        Value middle = at.add(WasmOp.I64_ADD, at.add(WasmOp.I64_MUL, highA, lowB), carry);
        Value other = at.add(WasmOp.I64_ADD, at.add(WasmOp.I64_AND, middle, mask), at.add(WasmOp.I64_MUL, lowA, highB));
        Value upper =
                at.add(WasmOp.I64_ADD, at.add(WasmOp.I64_MUL, highA, highB), at.add(WasmOp.I64_SHR_S, middle, half));
        return at.add(WasmOp.I64_ADD, upper, at.add(WasmOp.I64_SHR_S, other, half));
    }
}
