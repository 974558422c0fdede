package dev.moonlift.runtime.engine.chicory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.runtime.memory.NativePages;
import org.junit.jupiter.api.Test;

/** What WebAssembly sees of a memory whose size is any number of bytes. */
class ChicoryMemoryTest {
    private static final int PAGE = NativePages.PAGE;

    @Test
    void aPageIsThereOnceAllItsBytesAre() {
        HeapMemory heap = HeapMemory.of(PAGE + 100, 5 * PAGE + 100);
        ChicoryMemory memory = new ChicoryMemory(heap);
        assertThat(memory.pages()).isEqualTo(1);
        assertThat(memory.grow(1)).isEqualTo(1);
        assertThat(memory.pages()).isGreaterThanOrEqualTo(2);
        memory.fill((byte) 7, 0, memory.pages() * PAGE);
        assertThat(heap.getByte(2 * PAGE - 1)).isEqualTo(7);
    }

    @Test
    void theLastPageEndsWithTheMaximum() {
        HeapMemory heap = HeapMemory.of(PAGE, 2 * PAGE + 100);
        ChicoryMemory memory = new ChicoryMemory(heap);
        assertThat(memory.maximumPages()).isEqualTo(3);
        assertThat(memory.grow(3)).isEqualTo(-1);
        assertThat(memory.grow(2)).isEqualTo(1);
        assertThat(memory.pages()).isEqualTo(3);
        assertThat(heap.size()).isEqualTo(2 * PAGE + 100);
        assertThat(memory.grow(1)).isEqualTo(-1);
        assertThat(memory.grow(0)).isEqualTo(3);
    }

    @Test
    void growthInJavaIsGrowthInWebAssembly() {
        HeapMemory heap = HeapMemory.of(PAGE, 8 * PAGE);
        ChicoryMemory memory = new ChicoryMemory(heap);
        heap.grow(4 * PAGE);
        heap.putInt(3 * PAGE, 5);
        assertThat(memory.pages()).isEqualTo(4);
        assertThat(memory.readInt(3 * PAGE)).isEqualTo(5);
        assertThat(memory.readShort(3 * PAGE)).isEqualTo((short) 5);
    }
}
