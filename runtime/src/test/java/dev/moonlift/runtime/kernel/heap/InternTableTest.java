package dev.moonlift.runtime.kernel.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Layout.State;
import org.junit.jupiter.api.Test;

/** The table of short strings follows their number, up and down. */
class InternTableTest {
    private static final int MANY = 20_000;

    private final TestHeap heap = new TestHeap(16 << 20);

    private int size() {
        return heap.mem.getInt(State.INTERN_SIZE);
    }

    private void make(int count) {
        for (int i = 0; i < count; i++) {
            heap.string("string number " + i);
        }
    }

    @Test
    void growsWithTheStrings() {
        int small = size();
        make(MANY);
        assertThat(size()).isGreaterThanOrEqualTo(MANY).isLessThan(2 * MANY + small);
    }

    @Test
    void keepsItsSizeForTheNextCycle() {
        heap.finishCycle();
        make(MANY);
        int large = size();
        heap.finishCycle();
        assertThat(size()).isEqualTo(large);
        heap.finishCycle();
        assertThat(size()).as("no more strings came").isLessThan(large);
    }

    @Test
    void shrinksWhenTheyAreGone() {
        int small = size();
        make(MANY);
        int used = heap.mem.getInt(State.USED);
        heap.collector.full();
        assertThat(size()).isEqualTo(small);
        assertThat(heap.mem.getInt(State.USED)).isLessThan(used - 4 * MANY);
        int kept = heap.string("__mode");
        assertThat(heap.string("__mode")).as("a string that was there before").isEqualTo(kept);
        make(MANY);
        assertThat(size()).isGreaterThanOrEqualTo(MANY);
    }
}
