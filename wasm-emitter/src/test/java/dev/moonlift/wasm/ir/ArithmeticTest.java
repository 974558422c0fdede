package dev.moonlift.wasm.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.runtime.OpcodeImpl;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    private static final long[] INTEGERS = {
        0,
        1,
        2,
        7,
        31,
        32,
        33,
        63,
        64,
        127,
        128,
        255,
        32767,
        32768,
        0x7FFF_FFFFL,
        0x8000_0000L,
        0xFFFF_FFFFL,
        0x1_0000_0000L,
        0x12345678_9ABCDEF0L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1,
        -2,
        -128,
        -129,
        -32769
    };
    private static final double[] NUMBERS = {
        0.0,
        -0.0,
        0.4,
        0.5,
        0.6,
        1,
        1.5,
        2.5,
        -0.5,
        -0.9,
        -1,
        -1.5,
        3e9,
        2147483647,
        2147483648.0,
        -2147483648.0,
        -2147483649.0,
        4294967295.0,
        4294967296.0,
        0x1p63,
        -0x1p63,
        0x1p64,
        0x1.fffffep63,
        -0x1.000001p63,
        1e300,
        -1e300,
        Float.MIN_VALUE,
        Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    /** Every operation that Chicory has a method for. */
    @Test
    void agreesWithChicory() {
        int compared = 0;
        for (WasmOp op : WasmOp.values()) {
            Method method = Arithmetic.knows(op) ? chicory(op) : null;
            if (method != null) {
                compare(op, method);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void computesWhatChicoryHasNoMethodsFor() {
        assertThat(Arithmetic.compute(WasmOp.I32_ADD, Integer.MAX_VALUE, 1)).isEqualTo(Integer.MIN_VALUE);
        assertThat(Arithmetic.compute(WasmOp.I32_SUB, Integer.MIN_VALUE, 1)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Arithmetic.compute(WasmOp.I32_MUL, 65537, 65537)).isEqualTo(131073);
        assertThat(Arithmetic.compute(WasmOp.I32_AND, -4, 6)).isEqualTo(4);
        assertThat(Arithmetic.compute(WasmOp.I32_OR, -4, 1)).isEqualTo(-3);
        assertThat(Arithmetic.compute(WasmOp.I32_XOR, -1, 1)).isEqualTo(-2);
        assertThat(Arithmetic.compute(WasmOp.I32_SHL, 1, 63)).isEqualTo(Integer.MIN_VALUE);
        assertThat(Arithmetic.compute(WasmOp.I32_SHR_S, -8, 33)).isEqualTo(-4);
        assertThat(Arithmetic.compute(WasmOp.I32_SHR_U, -8, 33)).isEqualTo(0x7FFF_FFFC);
        assertThat(Arithmetic.compute(WasmOp.I64_ADD, Long.MAX_VALUE, 1)).isEqualTo(Long.MIN_VALUE);
        assertThat(Arithmetic.compute(WasmOp.I64_SUB, 1, 2)).isEqualTo(-1);
        assertThat(Arithmetic.compute(WasmOp.I64_MUL, 1L << 33, 1L << 33)).isZero();
        assertThat(Arithmetic.compute(WasmOp.I64_SHL, 1, 64)).isEqualTo(1);
        assertThat(Arithmetic.compute(WasmOp.I64_SHR_S, -8, 65)).isEqualTo(-4);
        assertThat(Arithmetic.compute(WasmOp.I64_SHR_U, -8, 1)).isEqualTo(Long.MAX_VALUE - 3);
        assertThat(Arithmetic.compute(WasmOp.I32_WRAP_I64, 0x1_8000_0000L, 0)).isEqualTo(Integer.MIN_VALUE);
        assertThat(Arithmetic.compute(WasmOp.I64_EXTEND_I32_S, -1, 0)).isEqualTo(-1);
        assertThat(f64(WasmOp.F64_ADD, 0.1, 0.2)).isEqualTo(0.30000000000000004);
        assertThat(f64(WasmOp.F64_SUB, 0.3, 0.1)).isEqualTo(0.19999999999999998);
        assertThat(f64(WasmOp.F64_MUL, 0.1, 3)).isEqualTo(0.30000000000000004);
        assertThat(f64(WasmOp.F64_DIV, -1, 0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void keepsTheBitsOfANaNInOperationsOnTheSign() {
        long nan = 0x7FF4_0000_0000_0001L;
        assertThat(Arithmetic.compute(WasmOp.F64_NEG, nan, 0)).isEqualTo(nan | Long.MIN_VALUE);
        assertThat(Arithmetic.compute(WasmOp.F64_ABS, nan | Long.MIN_VALUE, 0)).isEqualTo(nan);
        assertThat(Arithmetic.compute(WasmOp.F64_COPYSIGN, nan, Long.MIN_VALUE)).isEqualTo(nan | Long.MIN_VALUE);
        assertThat(Arithmetic.compute(WasmOp.F32_NEG, 0x7FA0_0001, 0)).isEqualTo(0xFFFF_FFFF_FFA0_0001L);
        assertThat(Arithmetic.compute(WasmOp.I32_REINTERPRET_F32, 0x7FA0_0001, 0))
                .isEqualTo(0x7FA0_0001);
    }

    @Test
    void refusesWhatIsNotNumeric() {
        assertThat(Arithmetic.knows(WasmOp.I32_CONST)).isFalse();
        assertThat(Arithmetic.knows(WasmOp.MEMORY_COPY)).isFalse();
        assertThatThrownBy(() -> Arithmetic.compute(WasmOp.MEMORY_COPY, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double f64(WasmOp op, double a, double b) {
        return Double.longBitsToDouble(
                Arithmetic.compute(op, Double.doubleToRawLongBits(a), Double.doubleToRawLongBits(b)));
    }

    private static Method chicory(WasmOp op) {
        String name = op.name().replaceAll("EXTEND(\\d)", "EXTEND_$1");
        for (Method method : OpcodeImpl.class.getMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        return null;
    }

    private static void compare(WasmOp op, Method method) {
        List<ValueType> types = op.operands();
        for (long a : samples(types.get(0))) {
            for (long b : types.size() > 1 ? samples(types.get(1)) : new long[1]) {
                assertThat(ours(op, a, b)).as("%s %d %d", op.text(), a, b).isEqualTo(theirs(method, op, a, b));
            }
        }
    }

    private static long[] samples(ValueType type) {
        long[] samples = new long[type == ValueType.I32 || type == ValueType.I64 ? INTEGERS.length : NUMBERS.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = switch (type) {
                case I32 -> (int) INTEGERS[i];
                case I64 -> INTEGERS[i];
                case F32 -> Float.floatToRawIntBits((float) NUMBERS[i]);
                case F64 -> Double.doubleToRawLongBits(NUMBERS[i]);
            };
        }
        return samples;
    }

    private static Object ours(WasmOp op, long a, long b) {
        try {
            return number(op.results().get(0), Arithmetic.compute(op, a, b));
        } catch (ArithmeticException trap) {
            return "trap";
        }
    }

    private static Object theirs(Method method, WasmOp op, long a, long b) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(number(op.operands().get(0), a));
        if (op.operands().size() > 1) {
            arguments.add(number(op.operands().get(1), b));
        }
        try {
            return method.invoke(null, arguments.toArray());
        } catch (InvocationTargetException trap) {
            return "trap";
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Boxed numbers are equal where their bits are, but for those of NaN. */
    private static Object number(ValueType type, long bits) {
        return switch (type) {
            case I32 -> (int) bits;
            case I64 -> bits;
            case F32 -> Float.intBitsToFloat((int) bits);
            case F64 -> Double.longBitsToDouble(bits);
        };
    }
}
