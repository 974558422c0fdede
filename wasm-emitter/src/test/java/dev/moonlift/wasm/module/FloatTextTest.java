package dev.moonlift.wasm.module;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FloatTextTest {

    @Test
    void isAsShortAsCanBe() {
        assertThat(ofDouble(0.1)).isEqualTo("0.1");
        assertThat(ofDouble(100)).isEqualTo("100");
        assertThat(ofDouble(-0.0)).isEqualTo("-0");
        assertThat(ofDouble(1e300)).isEqualTo("1E+300");
        assertThat(ofDouble(Double.MIN_VALUE)).isEqualTo("5E-324");
        assertThat(ofDouble(Double.MAX_VALUE)).isEqualTo("1.7976931348623157E+308");
        assertThat(FloatText.ofFloat(Float.floatToRawIntBits(0.1f))).isEqualTo("0.1");
    }

    @Test
    void tellsInfinitiesAndPayloads() {
        assertThat(ofDouble(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
        assertThat(FloatText.ofDouble(0x7FF8_0000_0000_0000L)).isEqualTo("nan");
        assertThat(FloatText.ofDouble(0xFFF8_0000_0000_0001L)).isEqualTo("-nan:0x8000000000001");
        assertThat(FloatText.ofFloat(0x7FC0_0000)).isEqualTo("nan");
        assertThat(FloatText.ofFloat(0xFF80_0001)).isEqualTo("-nan:0x1");
        assertThat(FloatText.ofFloat(0x7F80_0000)).isEqualTo("inf");
    }

    @Property
    void readsBackAsTheSameDouble(@ForAll long bits) {
        if (!Double.isNaN(Double.longBitsToDouble(bits)) && !Double.isInfinite(Double.longBitsToDouble(bits))) {
            assertThat(Double.doubleToRawLongBits(Double.parseDouble(FloatText.ofDouble(bits))))
                    .isEqualTo(bits);
        }
    }

    @Property
    void readsBackAsTheSameFloat(@ForAll int bits) {
        if (!Float.isNaN(Float.intBitsToFloat(bits)) && !Float.isInfinite(Float.intBitsToFloat(bits))) {
            assertThat(Float.floatToRawIntBits(Float.parseFloat(FloatText.ofFloat(bits))))
                    .isEqualTo(bits);
        }
    }

    private static String ofDouble(double value) {
        return FloatText.ofDouble(Double.doubleToRawLongBits(value));
    }
}
