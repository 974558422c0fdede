package dev.moonlift.wasm.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.ir.Arithmetic;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
    private static final long NAN = Double.doubleToRawLongBits(Double.NaN);
    private static final long[] NUMBERS = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE};

    @Test
    void inverseGivesTheOppositeForAllNumbers() {
        int inverses = 0;
        for (WasmOp op : WasmOp.values()) {
            WasmOp inverse = Comparisons.inverse(op);
            if (inverse != null) {
                inverses++;
                assertThat(Comparisons.inverse(inverse)).isEqualTo(op);
                assertOpposite(op, inverse);
            }
        }
        assertThat(inverses).isEqualTo(24);
    }

    private static void assertOpposite(WasmOp op, WasmOp inverse) {
        for (long a : NUMBERS) {
            for (long b : NUMBERS) {
                assertOpposite(op, inverse, a, b);
            }
        }
        long nan = op.operands().get(0) == ValueType.F32 ? Float.floatToRawIntBits(Float.NaN) : NAN;
        if (op.operands().get(0) != ValueType.I32) {
            assertOpposite(op, inverse, nan, nan);
        }
    }

    private static void assertOpposite(WasmOp op, WasmOp inverse, long a, long b) {
        assertThat(Arithmetic.compute(op, a, b) + Arithmetic.compute(inverse, a, b))
                .as("%s %d %d", op.text(), a, b)
                .isEqualTo(1);
    }
}
