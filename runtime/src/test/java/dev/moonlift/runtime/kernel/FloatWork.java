package dev.moonlift.runtime.kernel;

import dev.moonlift.runtime.kernel.interp.Operators;
import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.runtime.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Every operator on pairs of floats, NaNs of several kinds among them; the bits of the results. */
public final class FloatWork implements Supplier<List<Long>> {
    private static final double[] FLOATS = {
        0.0,
        -0.0,
        1.5,
        -1e300,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        Double.longBitsToDouble(0xFFF8_0000_0000_1234L),
        Double.longBitsToDouble(0x7FF8_0000_0000_5678L)
    };
    private static final int[] OPERATORS = {
        Name.ADD, Name.SUB, Name.MUL, Name.MOD, Name.POW, Name.DIV, Name.IDIV, Name.UNM
    };
    private static final int A = 4096;
    private static final int B = A + Layout.SLOT;
    private static final int RESULT = B + Layout.SLOT;

    private final Memory mem = HeapMemory.of(1 << 16, 1 << 16);
    private final Value values = new Value(mem);
    private final Operators operators = new Operators(mem, values, null, null, null, null);

    @Override
    public List<Long> get() {
        List<Long> results = new ArrayList<>();
        for (double a : FLOATS) {
            for (double b : FLOATS) {
                values.setFloat(A, a);
                values.setFloat(B, b);
                for (int operator : OPERATORS) {
                    operators.compute(operator, A, B, RESULT);
                    results.add(mem.getLong(RESULT));
                }
            }
        }
        return results;
    }
}
