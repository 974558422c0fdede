package dev.moonlift.runtime.kernel.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.FloatWork;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Executions of the kernel agree on floats, but for which NaN it is: where both operands are NaNs, HotSpot's compiled
 * code and Wasmtime's may take the other one's payload than HotSpot's interpreter. No program can see it.
 */
class FloatResultsTest {
    private final List<Long> expected = canonical(new FloatWork().get());

    private static List<Long> canonical(List<?> results) {
        return results.stream()
                .map(bits -> Double.doubleToLongBits(Double.longBitsToDouble((long) bits)))
                .toList();
    }

    @Test
    void areThoseOfTheJvmOnWasmtime() throws Throwable {
        WasmtimeTwin engine = new WasmtimeTwin();
        engine.ifThere(() -> assertSame(engine));
    }

    @Test
    void areThoseOfTheJvmOnChicory() throws Throwable {
        assertSame(ChicoryTwin.interpreter());
    }

    @Test
    void areTheSameOnceHotSpotHasCompiledTheKernel() {
        FloatWork work = new FloatWork();
        List<Long> results = work.get();
        for (int i = 0; i < 300; i++) {
            results = work.get();
        }
        assertThat(canonical(results)).isEqualTo(expected).contains(0x7FF8_0000_0000_0000L);
    }

    private void assertSame(TwinEngine engine) throws Throwable {
        try (TwinLoader loader = new TwinLoader(engine)) {
            Supplier<?> twin = (Supplier<?>)
                    loader.loadClass(FloatWork.class.getName()).getConstructor().newInstance();
            assertThat(canonical((List<?>) twin.get())).isEqualTo(expected);
            assertThat(loader.calls()).isPositive();
        }
    }
}
