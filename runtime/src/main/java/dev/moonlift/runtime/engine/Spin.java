package dev.moonlift.runtime.engine;

import java.util.function.BooleanSupplier;

/** Waits awake for what is about to happen: falling asleep and being woken takes longer than most hand-overs. */
final class Spin {
    /** No longer than waking a thread takes. */
    private static final long NANOS = Runtime.getRuntime().availableProcessors() > 1 ? 20_000 : 0;

    /** Looks between two looks at the clock. */
    private static final int ROUNDS = 32;

    private Spin() {}

    /** Returns when something has come true, or it is time to sleep. */
    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + NANOS;
        do {
            for (int i = 0; i < ROUNDS; i++) {
                if (condition.getAsBoolean()) {
                    return;
                }
                Thread.onSpinWait();
            }
            Thread.yield();
        } while (System.nanoTime() < end);
    }
}
