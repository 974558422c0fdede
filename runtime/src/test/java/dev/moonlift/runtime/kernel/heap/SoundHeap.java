package dev.moonlift.runtime.kernel.heap;

import org.junit.jupiter.api.AfterEach;

/** A heap for a test of the collector, which must be sound after it. */
abstract class SoundHeap {
    final TestHeap t = new TestHeap(16 * TestHeap.MIB);
    private final int base = collectedUse();

    /** What is in use after a collection. */
    final int collectedUse() {
        t.collector.full();
        return t.used();
    }

    /** What the objects built since the beginning use after a collection. */
    final int growth() {
        return collectedUse() - base;
    }

    @AfterEach
    void heapIsSound() {
        t.verify();
        t.collector.full();
        t.verify();
    }
}
