package dev.moonlift.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.memory.HeapMemory;
import org.junit.jupiter.api.Test;

/** Short blocks of every length, at distances where they overlap and where they do not. */
class ByteBlocksTest {
    private static final int SIZE = 4096;
    private static final int FROM = 1000;
    /** Beyond the longest block that is copied here. */
    private static final int MOST = 80;

    private final HeapMemory memory = HeapMemory.of(SIZE, SIZE);
    private final HeapMemory expected = HeapMemory.of(SIZE, SIZE);
    private final ByteBlocks blocks = new ByteBlocks(memory);

    private void prepare() {
        for (int i = 0; i < SIZE; i++) {
            memory.putByte(i, i * 7 ^ i >> 3);
            expected.putByte(i, i * 7 ^ i >> 3);
        }
    }

    private void assertSame() {
        for (int i = 0; i < SIZE; i++) {
            assertThat(memory.getByte(i)).isEqualTo(expected.getByte(i));
        }
    }

    @Test
    void copiesAsIfThroughABuffer() {
        prepare();
        for (int length = 0; length <= MOST; length++) {
            for (int distance = -MOST - 1; distance <= MOST + 1; distance++) {
                blocks.copy(FROM + distance, FROM, length);
                expected.copy(FROM + distance, FROM, length);
            }
            assertSame();
        }
    }

    @Test
    void fills() {
        prepare();
        for (int length = 0; length <= MOST; length++) {
            blocks.fill(FROM + length, length, length);
            expected.fill(FROM + length, length, length);
        }
        assertSame();
    }
}
