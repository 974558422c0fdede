package dev.moonlift.runtime.kernel.lib;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FloatBitsTest {
    @Property
    void widensAsTheProcessorDoes(@ForAll int bits) {
        double expected = Float.intBitsToFloat(bits);
        assertThat(Double.doubleToLongBits(FloatBits.widen(bits))).isEqualTo(Double.doubleToLongBits(expected));
    }

    @Property
    void narrowsAsTheProcessorDoes(@ForAll long bits) {
        assertNarrow(Double.longBitsToDouble(bits));
    }

    /** Few of all doubles have the exponent of a float, so this makes them from floats, and halfway between floats. */
    @Property
    void narrowsNeighboursOfFloats(@ForAll int bits) {
        double value = Float.intBitsToFloat(bits & 0x7FFFFFFF);
        double next = Float.intBitsToFloat((bits & 0x7FFFFFFF) + 1);
        assertNarrow(value);
        assertNarrow((value + next) / 2);
        assertNarrow(Math.nextUp((value + next) / 2));
        assertNarrow(-Math.nextDown((value + next) / 2));
    }

    @Test
    void narrowsWhatLiesAtTheEdges() {
        for (double value : new double[] {0x1.fffffefp127, 0x1.ffffffp127, 0x1p128, 0x1p-149, 0x1p-150, 0x1p-126}) {
            assertNarrow(value);
            assertNarrow(Math.nextUp(value));
            assertNarrow(-Math.nextDown(value));
        }
        assertNarrow(-0.0);
        assertNarrow(Double.NEGATIVE_INFINITY);
    }

    @Test
    void knowsOneNan() {
        assertThat(FloatBits.canonical(Double.longBitsToDouble(0xFFF8000000000001L)))
                .isEqualTo(0x7FF8000000000000L);
        assertThat(FloatBits.narrow(Double.longBitsToDouble(0xFFF8000000000001L)))
                .isEqualTo(0x7FC00000);
    }

    private static void assertNarrow(double value) {
        assertThat(FloatBits.narrow(value)).isEqualTo(Float.floatToIntBits((float) value));
    }
}
