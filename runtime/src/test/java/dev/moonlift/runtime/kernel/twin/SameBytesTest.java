package dev.moonlift.runtime.kernel.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.KernelWork;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel on the JVM and translated leave the same bytes behind, whatever they are asked to do. */
class SameBytesTest {
    private static final int ROUNDS = 60;
    private static final int OPERATIONS = 100;
    private static final byte[] IMAGE = KernelWork.boot();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void onWasmtime(long seed) throws Throwable {
        WasmtimeTwin engine = new WasmtimeTwin();
        engine.ifThere(() -> work(engine, seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void onChicory(long seed) throws Throwable {
        work(ChicoryTwin.interpreter(), seed);
    }

    @Test
    void theWorkIsManySided() {
        KernelWork work = new KernelWork(IMAGE, 1);
        byte[] bytes = work.apply(ROUNDS * OPERATIONS);
        assertThat(bytes.length).as("bytes in use").isGreaterThan(IMAGE.length);
        assertThat(work.exhausted()).as("times without memory").isPositive();
    }

    private static void work(TwinEngine engine, long seed) throws Throwable {
        KernelWork original = new KernelWork(IMAGE, seed);
        try (TwinLoader loader = new TwinLoader(engine)) {
            IntFunction<?> twin = (IntFunction<?>) loader.loadClass(KernelWork.class.getName())
                    .getConstructor(byte[].class, long.class)
                    .newInstance(IMAGE, seed);
            for (int round = 1; round <= ROUNDS; round++) {
                assertSame(original.apply(OPERATIONS), (byte[]) twin.apply(OPERATIONS), round);
            }
        }
    }

    private static void assertSame(byte[] expected, byte[] actual, int round) {
        int at = Arrays.mismatch(expected, actual);
        if (at >= 0) {
            int from = at & -Long.BYTES;
            int to = Math.min(from + Long.BYTES, Math.min(expected.length, actual.length));
            assertThat(Arrays.copyOfRange(actual, from, to))
                    .as("bytes at %d of %d and %d, after round %d", from, actual.length, expected.length, round)
                    .isEqualTo(Arrays.copyOfRange(expected, from, to));
        }
        assertThat(actual.length).isEqualTo(expected.length);
    }
}
