package dev.moonlift.wasm.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.ir.Arithmetic;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final long[] INTEGERS = {0, 1, -1, 2, Integer.MIN_VALUE, Integer.MAX_VALUE};
    private static final double[] NUMBERS = {0.0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY};

    @Test
    void oppositesHoldWhereTheComparisonDoesNot() {
        List<WasmOp> inverted = new ArrayList<>();
        for (WasmOp op : WasmOp.values()) {
            if (Conditions.opposite(op) != null) {
                inverted.add(op);
                long[] operands = operands(op.operands().get(0));
                for (long a : operands) {
                    for (long b : operands) {
                        assertThat(Arithmetic.compute(Conditions.opposite(op), a, b))
                                .as("%s %d %d", op, a, b)
                                .isEqualTo(1 - Arithmetic.compute(op, a, b));
                    }
                }
            }
        }
        assertThat(inverted).hasSize(24);
    }

    private static long[] operands(ValueType type) {
        long[] bits = new long[INTEGERS.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = switch (type) {
                case F32 -> Float.floatToRawIntBits((float) NUMBERS[i]);
                case F64 -> Double.doubleToRawLongBits(NUMBERS[i]);
                default -> INTEGERS[i];
            };
        }
        return bits;
    }
}
