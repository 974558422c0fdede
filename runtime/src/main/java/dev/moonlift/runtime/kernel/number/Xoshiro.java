package dev.moonlift.runtime.kernel.number;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.memory.Memory;

/**
 * The generator of {@code math.random}: xoshiro256** over the four longs at {@link Layout.State#RANDOM}, seeded and
 * projected as Lua 5.4 does, so that the same seed gives the same numbers. (Blackman and Vigna, "Scrambled linear
 * pseudorandom number generators", 2018.)
 */
public final class Xoshiro {
    private static final int STATE = Layout.State.RANDOM;
    private static final int DISCARDED_AFTER_SEED = 16;
    private static final int FLOAT_BITS = 53;

    private final Memory memory;

    public Xoshiro(Memory memory) {
        this.memory = memory;
    }

    /** Starts the sequence of a seed of 128 bits. */
    public void seed(long n1, long n2) {
        memory.putLong(STATE, n1);
        // A state of zeros would yield nothing but zeros.
        memory.putLong(STATE + 8, 0xFF);
        memory.putLong(STATE + 16, n2);
        memory.putLong(STATE + 24, 0);
        for (int i = 0; i < DISCARDED_AFTER_SEED; i++) {
            next();
        }
    }

    /** The next 64 random bits. */
    public long next() {
        long state0 = memory.getLong(STATE);
        long state1 = memory.getLong(STATE + 8);
        long state2 = memory.getLong(STATE + 16) ^ state0;
        long state3 = memory.getLong(STATE + 24) ^ state1;
        memory.putLong(STATE, state0 ^ state3);
        memory.putLong(STATE + 8, state1 ^ state2);
        memory.putLong(STATE + 16, state2 ^ state1 << 17);
        memory.putLong(STATE + 24, Long.rotateLeft(state3, 45));
        return Long.rotateLeft(state1 * 5, 7) * 9;
    }

    /** The upper bits as a float from 0, included, to 1, excluded. */
    public static double toFloat(long bits) {
        return (bits >>> (Long.SIZE - FLOAT_BITS)) * 0x1p-53;
    }

    /**
     * Brings random bits into the interval from 0 to {@code limit}, as an unsigned number: their lower bits, if they
     * are in it, otherwise the next random bits, until they are.
     */
    public long project(long bits, long limit) {
        long mask = limit == 0 ? 0 : -1L >>> Long.numberOfLeadingZeros(limit);
        long candidate = bits & mask;
        while (Long.compareUnsigned(candidate, limit) > 0) {
            candidate = next() & mask;
        }
        return candidate;
    }
}
